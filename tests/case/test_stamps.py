"""Time stamps, by a real authority of our own: openssl signs, a local server answers."""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from overflight.case import Case
from overflight.case.bundle import case_files
from overflight.case.bundle_check import check_files
from overflight.case.stamps import QUERY_TYPE, check_stamps, stamp
from overflight.errors import BadInput
from overflight.fetch.post import Reach, post
from tests.case.builders import a_case, a_file

pytest.importorskip("rfc3161_client", reason="needs the extra `stamp`")
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl for an authority of our own")

CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
certs = {folder}/ca.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
[ext]
extendedKeyUsage = critical,timeStamping
[ca]
default_ca = root
[root]
database = {folder}/index.txt
new_certs_dir = {folder}
serial = {folder}/caserial
default_md = sha256
policy = any
[any]
commonName = supplied
"""


def openssl(*words: object) -> bytes:
    return subprocess.run(["openssl", *map(str, words)], capture_output=True, check=True).stdout


class Authority:
    """A time-stamp authority with its own root; its signing certificate runs out when the test wants it to."""

    def __init__(self, folder: Path, lifetime_s: int) -> None:
        self.folder = folder
        (folder / "tsa.cnf").write_text(CONFIG.format(folder=folder))
        (folder / "serial").write_text("01\n")
        (folder / "caserial").write_text("01\n")
        (folder / "index.txt").write_text("")
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "ca.key", "-out", folder / "ca.pem",
                "-days", "30", "-subj", "/CN=Root of a test")  # fmt: skip
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr",
                "-subj", "/CN=Clock of a test")  # fmt: skip
        end = time.strftime("%y%m%d%H%M%SZ", time.gmtime(time.time() + lifetime_s))
        openssl("ca", "-batch", "-notext", "-config", folder / "tsa.cnf", "-cert", folder / "ca.pem", "-keyfile",
                folder / "ca.key", "-in", folder / "tsa.csr", "-out", folder / "tsa.pem", "-extfile", folder / "tsa.cnf",
                "-extensions", "ext", "-enddate", end)  # fmt: skip

    @property
    def roots(self) -> bytes:
        return (self.folder / "ca.pem").read_bytes()

    def answer(self, query: bytes) -> bytes:
        (self.folder / "query").write_bytes(query)
        return openssl("ts", "-reply", "-queryfile", self.folder / "query", "-config", self.folder / "tsa.cnf")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tsa"), lifetime_s=3600)


@pytest.fixture
def server(authority: Authority) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            code = 302 if self.path == "/moved" else 200
            self.send_response(code)
            if code == 302:
                self.send_header("Location", "/")
            self.end_headers()
            if code == 200:
                self.wfile.write(authority.answer(body) if self.headers["Content-Type"] == QUERY_TYPE else b"")

        def log_message(self, format: str, *args: object) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_address[1]}"
    listening.shutdown()
    thread.join()
    listening.server_close()


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = a_case(tmp_path)
    made.admit([a_file(tmp_path)])
    return made


def stamped(case: Case, url: str, roots: bytes) -> None:
    stamp(case, lambda query: post(url, query, QUERY_TYPE, reach=Reach.ANY), roots, url)


def test_a_stamp_holds_and_is_part_of_the_case(case: Case, server: str, authority: Authority) -> None:
    stamped(case, server, authority.roots)
    (found,) = check_stamps(case, authority.roots)
    assert found.holds and found.line == 2
    assert check_files(case_files(case), has_manifest=False) == []


def test_a_stamp_holds_after_its_certificate_ran_out(case: Case, tmp_path: Path) -> None:
    (tmp_path / "tsa").mkdir()
    brief = Authority(tmp_path / "tsa", lifetime_s=3)
    stamp(case, brief.answer, brief.roots, "local")
    time.sleep(4)
    (found,) = check_stamps(case, brief.roots)
    assert found.holds


def test_a_stamp_of_another_root_does_not_hold_and_is_not_kept(case: Case, server: str, tmp_path: Path) -> None:
    (tmp_path / "tsa").mkdir()
    stranger = Authority(tmp_path / "tsa", lifetime_s=3600)
    with pytest.raises(BadInput, match="does not hold"):
        stamped(case, server, stranger.roots)
    assert check_stamps(case, stranger.roots) == ()


def test_a_changed_token_is_named(case: Case, server: str, authority: Authority) -> None:
    stamped(case, server, authority.roots)
    files = case_files(case)
    name = next(n for n in files if n.startswith("stamps/"))
    files[name] = files[name][:-1] + b"x"
    assert [b.item for b in check_files(files, has_manifest=False)] == [name]


def test_an_answer_that_is_no_stamp_is_refused(case: Case, authority: Authority) -> None:
    with pytest.raises(BadInput, match="not a time stamp"):
        stamp(case, lambda query: b"<html>", authority.roots, "local")


def test_an_address_on_this_machine_is_refused_unless_it_is_meant(server: str) -> None:
    with pytest.raises(BadInput, match="--allow-local"):
        post(server, b"x", QUERY_TYPE, reach=Reach.GLOBAL)


def test_a_redirect_is_not_followed(server: str) -> None:
    with pytest.raises(BadInput, match="HTTP 302"):
        post(f"{server}/moved", b"x", QUERY_TYPE, reach=Reach.ANY)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/", "http://", "nonsense"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(BadInput, match="not an http or https address"):
        post(url, b"x", QUERY_TYPE, reach=Reach.ANY)
