"""Tests of the client, with the oracle of the environment's JSEP_MACHINE: python3 -m unittest"""

from __future__ import annotations

import sys
import unittest

from jsep_oracle import Oracle, OracleEnded, OracleFault


class ClientTest(unittest.TestCase):
    def setUp(self) -> None:
        self.oracle = Oracle()
        self.addCleanup(self.oracle.stop)

    def test_asks_and_is_answered(self) -> None:
        self.assertEqual(self.oracle.hello()["version"], 1)
        self.assertEqual(self.oracle.next("stable", "remote", "offer"), "have-remote-offer")
        self.assertIsNone(self.oracle.next("stable", "remote", "answer"))
        self.assertEqual(self.oracle.next("have-local-pranswer", "local", "rollback", "rfc9429"), "stable")

    def test_follows_a_session(self) -> None:
        self.oracle.create("a", sdp="opaque")
        self.assertEqual(self.oracle.set_local_description("a")["kind"], "create")
        self.assertEqual(self.oracle.offer_created("a", "an offer")["session"]["lastCreatedOffer"], "an offer")
        outcome = self.oracle.set_local_description("a", {"type": "offer"})
        self.assertEqual(outcome["session"]["pendingLocalDescription"], {"type": "offer", "sdp": "an offer"})
        failed = self.oracle.operation_failed("a", "remote", "answer", "out of memory")
        self.assertEqual(failed["rejection"]["error"], "OperationError")
        self.oracle.set_remote_description("a", {"type": "answer", "sdp": "an answer"})
        outcome = self.oracle.set_remote_description("a", {"type": "answer", "sdp": "an answer"})
        self.assertEqual(outcome["rejection"]["code"], "answer-in-wrong-state")
        self.assertEqual(self.oracle.answer_created("a", "x")["rejection"]["code"], "create-answer-in-wrong-state")
        self.assertEqual(self.oracle.close("a")["session"]["signalingState"], "closed")

    def test_distinguishes_no_argument_and_none(self) -> None:
        self.oracle.create("a")
        missing, null = self.oracle.set_remote_description("a"), self.oracle.set_remote_description("a", None)
        self.assertEqual([missing["rejection"]["error"], null["rejection"]["error"]], ["TypeError", "TypeError"])

    def test_goes_on_after_a_fault(self) -> None:
        with self.assertRaisesRegex(OracleFault, "unknown"):
            self.oracle.close("unknown")
        self.oracle.create("a")
        with self.assertRaises(OracleFault):
            self.oracle.create("a")
        self.oracle.drop("a")
        self.oracle.create("a")

    def test_follows_a_connection(self) -> None:
        self.oracle.create_connection("c", bundlePolicy="max-bundle")
        stepped = self.oracle.step("c", {"type": "call", "call": 1, "method": "setLocalDescription"})
        self.assertEqual([effect["type"] for effect in stepped["effects"]], ["start"])
        self.assertEqual(stepped["connection"]["configuration"]["bundlePolicy"], "max-bundle")
        brief = self.oracle.step("c", {"type": "call", "call": 2, "method": "close"}, brief=True)
        self.assertNotIn("connection", brief)
        self.oracle.drop_connection("c")
        with self.assertRaisesRegex(OracleFault, "unknown connection"):
            self.oracle.step("c", {})

    def test_long_lines_do_not_block(self) -> None:
        self.oracle.create("a", sdp="opaque", maxSdpLength=10_000_000)
        sdp = "long \ud800 \u2028 line " * 40_000
        outcome = self.oracle.set_remote_description("a", {"type": "offer", "sdp": sdp})
        self.assertEqual(outcome["session"]["pendingRemoteDescription"], {"type": "offer", "sdp": sdp})

    def test_reports_when_the_oracle_is_gone(self) -> None:
        self.oracle.create("a")
        self.oracle._process.kill()
        for _ in range(2):
            with self.assertRaisesRegex(OracleEnded, "has ended"):
                self.oracle.close("a")

    def test_reports_when_the_oracle_was_stopped(self) -> None:
        self.assertEqual(self.oracle.stop(), 0)
        with self.assertRaises(OracleEnded):
            self.oracle.hello()


class NoOracleTest(unittest.TestCase):
    def test_reports_when_the_command_is_missing(self) -> None:
        with self.assertRaisesRegex(OracleEnded, "did not start"):
            Oracle(["no-such-command"])

    def test_reports_when_something_else_answers(self) -> None:
        for answer in ("not JSON", '{"id": 1}', "[]"):
            code = f"input(); print('{answer}')"
            with Oracle([sys.executable, "-c", code]) as oracle, self.assertRaisesRegex(OracleEnded, "another program"):
                oracle.hello()


if __name__ == "__main__":
    unittest.main()
