"""Archives are opened without being trusted: nothing is written outside, nothing grows without measure."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from overflight.case.archives import is_archive, unpack
from overflight.errors import UnreadableFile


def a_zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def a_tar(path: Path, members: dict[str, bytes | str]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            if isinstance(content, str):
                info.type, info.linkname = tarfile.SYMTYPE, content
                archive.addfile(info)
            else:
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
    return path


def opened(path: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir(exist_ok=True)
    return {name: file.read_bytes() for file, name in unpack(path, folder)}


def test_members_come_out_in_name_order_with_their_bytes(tmp_path: Path) -> None:
    made = a_zip(tmp_path / "a.zip", {"b.txt": b"2", "a/c.txt": b"1"})
    assert is_archive(made.read_bytes()[:1024])
    assert opened(made, tmp_path / "out") == {"a/c.txt": b"1", "b.txt": b"2"}


def test_a_tar_opens_like_a_zip(tmp_path: Path) -> None:
    made = a_tar(tmp_path / "a.tgz", {"./b.txt": b"2"})
    assert is_archive(made.read_bytes()[:1024])
    assert opened(made, tmp_path / "out") == {"b.txt": b"2"}


@pytest.mark.parametrize("name", ["../up.txt", "/etc/cron.d/x", "a/../../up", "C:\\x", "..\\up"])
def test_names_that_point_outside_are_refused_and_nothing_is_written_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile, match="outside the archive"):
        opened(a_tar(tmp_path / "a.tgz", {name: b"x"}), tmp_path / "out")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.tgz", "out"]


def test_links_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="a link or a device"):
        opened(a_tar(tmp_path / "a.tgz", {"x": "/etc/passwd"}), tmp_path / "out")


def test_names_that_differ_only_in_case_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="where case does not count"):
        opened(a_zip(tmp_path / "a.zip", {"A.txt": b"1", "a.TXT": b"2"}), tmp_path / "out")


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="grows more than"):
        opened(a_zip(tmp_path / "a.zip", {"big": bytes(64 << 20)}), tmp_path / "out")


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = a_zip(tmp_path / "in.zip", {"x": b"1"}).read_bytes()
    with pytest.raises(UnreadableFile, match="an archive inside the archive"):
        opened(a_zip(tmp_path / "a.zip", {"in.zip": inner}), tmp_path / "out")


def test_a_truncated_archive_is_refused_with_what_to_do(tmp_path: Path) -> None:
    made = a_tar(tmp_path / "a.tgz", {"b.txt": bytes(range(256)) * 4000})
    made.write_bytes(made.read_bytes()[:-3000])
    with pytest.raises(UnreadableFile, match=r"damaged or protected.*Unpack it yourself"):
        opened(made, tmp_path / "out")
