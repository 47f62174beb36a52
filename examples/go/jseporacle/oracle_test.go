package jseporacle

import (
	"errors"
	"strings"
	"testing"
)

func start(t *testing.T) *Oracle {
	t.Helper()
	oracle, err := Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = oracle.Stop() })
	return oracle
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAsksAndIsAnswered(t *testing.T) {
	oracle := start(t)
	version, specifications, err := oracle.Hello()
	must(t, err)
	if version != 1 || len(specifications) == 0 {
		t.Errorf("hello: %d, %s", version, specifications)
	}
	for _, want := range []struct{ sdpType, profile, state string }{
		{"offer", "", "have-remote-offer"}, {"answer", "", ""}, {"rollback", "legacy", ""},
	} {
		state, err := oracle.Next("stable", "remote", want.sdpType, want.profile)
		must(t, err)
		if state != want.state {
			t.Errorf("%v: %q", want, state)
		}
	}
}

func TestFollowsASession(t *testing.T) {
	oracle := start(t)
	must(t, oracle.Create("a", map[string]any{"sdp": "opaque"}))
	outcome, err := ask(oracle, "a", "setLocalDescription", nil, "an offer")
	must(t, err)
	if slot := outcome.Session.PendingLocalDescription; slot == nil || *slot != (Description{"offer", "an offer"}) {
		t.Errorf("pendingLocalDescription: %v", slot)
	}
	if len(outcome.Effects) != 2 || outcome.Effects[1] != (Effect{"signalingstatechange", "have-local-offer"}) {
		t.Errorf("effects: %v", outcome.Effects)
	}
	outcome, err = oracle.OperationFailed("a", "remote", "answer", "out of memory")
	must(t, err)
	if outcome.Rejection.Error != "OperationError" {
		t.Errorf("operationFailed: %v", outcome)
	}
	outcome, err = oracle.SetRemoteDescription("a", nil)
	must(t, err)
	if outcome.Rejection.Error != "TypeError" || outcome.Rejection.Reference.URL == "" {
		t.Errorf("setRemoteDescription(): %v", outcome.Rejection)
	}
	outcome, err = oracle.Close("a")
	must(t, err)
	if outcome.Session.SignalingState != "closed" {
		t.Errorf("close: %v", outcome)
	}
}

func TestGoesOnAfterAFault(t *testing.T) {
	oracle := start(t)
	var fault Fault
	if _, err := oracle.Close("unknown"); !errors.As(err, &fault) {
		t.Errorf("unknown session: %v", err)
	}
	must(t, oracle.Create("a", nil))
	if err := oracle.Create("a", nil); !errors.As(err, &fault) {
		t.Errorf("duplicate session: %v", err)
	}
	must(t, oracle.Drop("a"))
	must(t, oracle.Create("a", nil))
}

func TestLongLinesDoNotBlock(t *testing.T) {
	oracle := start(t)
	must(t, oracle.Create("a", map[string]any{"sdp": "opaque"}))
	long := Description{"offer", strings.Repeat("long \u2028 <line> ", 50_000)}
	outcome, err := oracle.SetRemoteDescription("a", &long)
	must(t, err)
	if slot := outcome.Session.PendingRemoteDescription; slot == nil || *slot != long {
		t.Error("the long description came back changed")
	}
}

func TestReportsWhenTheOracleIsGone(t *testing.T) {
	oracle := start(t)
	must(t, oracle.process.Process.Kill())
	for range [2]int{} {
		if _, _, err := oracle.Hello(); !errors.Is(err, ErrEnded) {
			t.Errorf("after its end: %v", err)
		}
	}
	if _, err := Start("no-such-command"); err == nil {
		t.Error("a missing command gives no error")
	}
}
