"""One cell of a list may tell several names, a name in two scripts, spellings, or nothing."""

import pytest

from overflight.parties.read.told_names import spellings, told_names


def texts(cell: str) -> tuple[str, ...]:
    return tuple(name.text for name in told_names(cell))


@pytest.mark.parametrize("cell", ["Chinese:", "Text of image", "Place of birth: Somewhere, Syria)", " - "])
def test_a_label_that_was_left_over_is_no_name(cell: str):
    assert texts(cell) == ()


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ivan PETROV (Иван ПЕТРОВ)", ("Ivan PETROV", "Иван ПЕТРОВ")),
        ("Ivan PETROV (Russian: Иван ПЕТРОВ)", ("Ivan PETROV", "Иван ПЕТРОВ")),
        ("Ivan PETROV Russian: Иван ПЕТРОВ", ("Ivan PETROV", "Иван ПЕТРОВ")),
        ("Ivan PETROV Иван ПЕТРОВ", ("Ivan PETROV", "Иван ПЕТРОВ")),
        ("Иван ПЕТРОВ / Iван ПЕТРIВ", ("Иван ПЕТРОВ", "Iван ПЕТРIВ")),
        ("Front of X (FX) (جبهة اكس (original script)", ("Front of X (FX)", "جبهة اكس")),
        ("Karim Saleh – كريم صالح, كريم الصالح", ("Karim Saleh", "كريم صالح", "كريم الصالح")),
    ],
)
def test_a_name_and_its_original_script_are_two_names(cell: str, names: tuple[str, ...]):
    assert texts(cell) == names


@pytest.mark.parametrize(
    "cell", ["ООО «Маяк» (ООО «М»)", "АО «Завод» (AO «З» им. Ленина)", "«DELTA GROUP» Серiктестiгi", "Issam FOO (FAQ)"]
)
def test_one_script_or_what_marks_set_off_stays_one_name(cell: str):
    assert texts(cell) == (cell,)


def test_spellings_in_parentheses_stand_in_the_place_of_their_word():
    assert texts("General Karim (a.k.a. Kareem, Kerim) SALEH") == (
        "General Karim SALEH",
        "General Kareem SALEH",
        "General Kerim SALEH",
    )


def test_other_names_in_parentheses_are_names_and_a_lone_word_is_weak():
    told = told_names("Boris IVANOV (a.k.a. Borys IVANOV, Wolf)")
    assert [(name.text, name.is_weak) for name in told] == [
        ("Boris IVANOV", False),
        ("Borys IVANOV", False),
        ("Wolf", True),
    ]


def test_the_same_name_in_other_spellings_needs_no_word_that_says_so():
    assert texts("Omar SALEM (Omar SALIM, Umar SALEM)") == ("Omar SALEM", "Omar SALIM", "Umar SALEM")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Omar Saleh born in 1963", "Omar Saleh"),
        ("Omar Saleh (National Identification card no. 12, issued by nobody", "Omar Saleh"),
        ("Delta Group,", "Delta Group"),
        ("Omar Saleh:", "Omar Saleh"),
        ("Olga IVANOVA (PETROVA))", "Olga IVANOVA (PETROVA)"),
    ],
)
def test_a_note_behind_a_name_is_left_out(cell: str, name: str):
    assert texts(cell) == (name,)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Maarouf, Ma'ruf", ("Maarouf", "Ma'ruf")),
        ("al-Karim, al-Kareem, Kerim", ("al-Karim", "al-Kareem", "Kerim")),
        ("Ali, Yassin Mohamed", ()),
        ("MORTAZA, Mojtaba", ()),
        ("Ali, Ahmed", ()),
        ("Ali", ()),
    ],
)
def test_commas_between_spellings_part_them_and_a_family_name_in_front_is_none(cell: str, told: tuple[str, ...]):
    assert spellings(cell) == told


def test_a_name_told_twice_stands_where_it_was_told_first():
    assert texts("Boris IVANOV (a.k.a. Borys IVANIV, Boris IVANOV)") == ("Boris IVANOV", "Borys IVANIV")
