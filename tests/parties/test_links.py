"""Ties between parties: resolved, ambiguous, walked."""

from __future__ import annotations

from pathlib import Path

from overflight.parties import walk_links
from overflight.parties.changes import diff_lists
from tests.parties.list_builders import aircraft, file_at, ledger, sdn, snapshot


def linked(number: int, name: str, *others: str) -> str:
    return sdn(number, name, remarks="; ".join(f"Linked To: {other}" for other in others) + ".")


def ends(paths: tuple) -> list[tuple[str | None, int]]:
    return [(path.end, len(path.steps)) for path in paths]


def test_a_tie_resolves_by_the_exact_name(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [linked(1, "ACME AIR", "GREAT HOLDING"), sdn(2, "GREAT HOLDING")]))
    (link,) = built.links
    assert (link.subject, link.kind, link.object_party, link.candidates) == ("ofac:1", "linked_to", "ofac:2", ())
    assert link.locator is not None
    assert (link.locator.row, link.locator.field) == (1, "remarks")


def test_a_tie_to_a_name_that_two_entries_bear_stays_with_its_candidates(tmp_path: Path) -> None:
    rows = [linked(1, "ACME AIR", "AL-FULAN"), sdn(2, "AL-FULAN"), sdn(3, "AL FULAN")]
    (link,) = ledger(snapshot(tmp_path, "2022-01-01", rows)).links
    assert (link.object_party, link.candidates) == (None, ("ofac:2", "ofac:3"))


def test_a_primary_name_goes_before_an_alias(tmp_path: Path) -> None:
    rows = [linked(1, "ACME AIR", "FULAN"), sdn(2, "FULAN"), sdn(3, "OTHER", remarks="a.k.a. 'FULAN'.")]
    (link,) = ledger(snapshot(tmp_path, "2022-01-01", rows)).links
    assert link.object_party == "ofac:2"


def test_a_tie_to_a_name_that_is_no_entry_keeps_the_name(tmp_path: Path) -> None:
    built = ledger(snapshot(tmp_path, "2022-01-01", [linked(1, "ACME AIR", "NOBODY LISTED")]))
    (path,) = walk_links(built, "ACME AIR", 1)
    assert (path.end, path.end_name, path.is_listed) == (None, "NOBODY LISTED", False)


def test_a_walk_goes_both_ways_nearest_first_and_visits_each_once(tmp_path: Path) -> None:
    rows = [
        linked(1, "ACME AIR", "GREAT HOLDING", "ACME CARGO"),
        linked(2, "GREAT HOLDING", "ACME AIR"),
        linked(3, "ACME CARGO", "GREAT HOLDING"),
        aircraft(4, "EP-AAA", msn="24576", more="Linked To: ACME CARGO"),
        sdn(5, "SOMEBODY ELSE"),
    ]
    built = ledger(snapshot(tmp_path, "2022-01-01", rows))
    assert ends(walk_links(built, "ACME AIR", 1)) == [("ofac:3", 1), ("ofac:2", 1)]
    assert ends(walk_links(built, "ACME AIR", 3)) == [("ofac:3", 1), ("ofac:2", 1), ("ofac:4", 2)]
    assert ends(walk_links(built, "EPAAA", 2)) == [("ofac:3", 1), ("ofac:2", 2), ("ofac:1", 2)]


def test_an_ambiguous_tie_ends_its_path(tmp_path: Path) -> None:
    rows = [linked(1, "ACME AIR", "FULAN"), linked(2, "FULAN", "BEYOND"), sdn(3, "Fulan"), sdn(4, "BEYOND")]
    (path,) = walk_links(ledger(snapshot(tmp_path, "2022-01-01", rows)), "ACME AIR", 4)
    assert (path.end, path.candidates) == (None, ("ofac:2", "ofac:3"))


def test_who_is_tied_but_on_no_list_is_linked_and_not_listed(tmp_path: Path) -> None:
    export = file_at(
        tmp_path / "case.ftm.json",
        '{"id": "p", "schema": "Person", "properties": {"name": ["Jane Doe"]}}\n'
        '{"id": "b", "schema": "Company", "properties": {"name": ["Acme Air"]}}\n'
        '{"id": "d", "schema": "Directorship", "properties": {"director": ["p"], "organization": ["b"]}}\n'
        '{"id": "s", "schema": "Sanction", "properties": {"entity": ["b"], "startDate": ["2019-01-24"]}}\n',
    )
    built = ledger(export)
    (path,) = walk_links(built, "Acme Air", 1)
    assert (path.end, path.is_listed, path.steps[0].is_forward) == ("ftm:p", False, False)
    (back,) = walk_links(built, "Jane Doe", 1)
    assert (back.end, back.is_listed) == ("ftm:b", True)


def test_nobody_of_that_name_has_no_paths(tmp_path: Path) -> None:
    assert walk_links(ledger(snapshot(tmp_path, "2022-01-01", [sdn(1, "ACME AIR")])), "Nobody") == ()


# changes between two states


def test_changes_are_who_came_who_went_and_what_changed(tmp_path: Path) -> None:
    before = ledger(
        snapshot(
            tmp_path / "a", "2022-01-01", [sdn(1, "OLD NAME"), sdn(2, "GOES"), sdn(3, "STAYS", "SDGT"), sdn(4, "SAME")]
        )
    )
    after = ledger(
        snapshot(
            tmp_path / "b",
            "2022-02-01",
            [
                sdn(1, "NEW NAME"),
                sdn(3, "STAYS", "SDGT] [IFSR"),
                sdn(4, "SAME", remarks="a.k.a. 'SAME THING'."),
                sdn(5, "COMES"),
            ],
        )
    )
    assert [(c.kind, c.party, c.was, c.became) for c in diff_lists(before, after)] == [
        ("came", "ofac:5", None, "SDGT · Block"),
        ("went", "ofac:2", "SDGT · Block", None),
        ("renamed", "ofac:1", "OLD NAME", "NEW NAME"),
        ("programme added", "ofac:3", None, "IFSR · Block"),
        ("alias added", "ofac:4", None, "SAME THING"),
    ]


def test_a_list_that_one_side_lacks_changed_nothing(tmp_path: Path) -> None:
    ours = ledger(snapshot(tmp_path, "2022-01-01", [sdn(1, "ACME AIR")]))
    other = ledger(
        file_at(tmp_path / "x.ftm.json", '{"id": "p", "schema": "Person", "properties": {"name": ["Jane Doe"]}}\n')
    )
    assert diff_lists(ours, other) == ()
