package jseporacle

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

const sdp = "v=0\r\no=- ID 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n" +
	"m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=sctp-port:5000\r\n" +
	"a=ice-ufrag:IDabcd\r\na=ice-pwd:IDabcdefghijklmnopqrstuv\r\na=setup:SETUP\r\na=fingerprint:sha-256 PRINT\r\n"

// A peer connection that does what the oracle expects; it may lack implicit rollback.
type modelPeer struct {
	oracle          *Oracle
	name            string
	session         Session
	implicitRolling bool
}

func modelStack(oracle *Oracle, implicitRolling bool) Stack {
	count := 0
	newPeer := func() (Peer, error) {
		count++
		name := fmt.Sprint("model ", count)
		if err := oracle.Create(name, nil); err != nil {
			return nil, err
		}
		outcome, err := oracle.OfferCreated(name, "")
		return &modelPeer{oracle, name, outcome.Session, implicitRolling}, err
	}
	errorName := func(err error) (string, bool) { return err.Error(), err.Error() != "RTCError" }
	return Stack{Name: "model", Version: "1", NewPeer: newPeer, ErrorName: errorName}
}

func (peer *modelPeer) Call(method string, description *Description) (string, error) {
	if method == setLocal && description == nil {
		return "", ErrNotOffered
	}
	crossed := method == setRemote && description.Type == "offer" && peer.SignalingState() == "have-local-offer"
	if crossed && !peer.implicitRolling {
		return "", errors.New("InvalidStateError")
	}
	created := peer.sdp(method)
	outcome, err := ask(peer.oracle, peer.name, method, description, created)
	if err != nil {
		return "", err
	}
	peer.session = outcome.Session
	if outcome.Rejection != nil {
		return "", errors.New(outcome.Rejection.Error)
	}
	return created, nil
}

func (peer *modelPeer) sdp(method string) string {
	id := peer.name[len(peer.name)-1:]
	setup, negotiated := "active", peer.session.CurrentRemoteDescription
	if negotiated != nil && negotiated.Type == "answer" {
		setup = "passive"
	}
	if state := peer.SignalingState(); method != "createAnswer" && (state == "stable" || state == "have-local-offer") {
		setup = "actpass"
	}
	print := strings.TrimSuffix(strings.Repeat("A"+id+":", 32), ":")
	return strings.NewReplacer("ID", id, "SETUP", setup, "PRINT", print).Replace(sdp)
}

func (peer *modelPeer) SignalingState() string { return peer.session.SignalingState }

func (peer *modelPeer) Slots() map[string]*Description { return peer.session.Slots() }

// ask returns what a call must do; created is the SDP that the call creates where it must create some.
func ask(oracle *Oracle, session, method string, description *Description, created string) (Outcome, error) {
	switch method {
	case "close":
		return oracle.Close(session)
	case "createOffer":
		return oracle.OfferCreated(session, created)
	case "createAnswer":
		return oracle.AnswerCreated(session, created)
	case setRemote:
		return oracle.SetRemoteDescription(session, description)
	}
	outcome, err := oracle.SetLocalDescription(session, description)
	if err != nil || outcome.Kind != "create" {
		return outcome, err
	}
	create := map[string]string{"offer": "createOffer", "answer": "createAnswer"}[outcome.Type]
	if _, err := ask(oracle, session, create, nil, created); err != nil {
		return Outcome{}, err
	}
	return oracle.SetLocalDescription(session, description)
}

func found(t *testing.T, implicitRolling bool) map[string]string {
	t.Helper()
	oracle, codes := start(t), map[string]string{}
	must(t, Walk(oracle, modelStack(oracle, implicitRolling), func(judged Judged) {
		if judged.Code != nil && codes[*judged.Code] == "" {
			codes[*judged.Code] = strings.Join(judged.Reproduction, " ")
		}
	}))
	return codes
}

func TestFindsNothingInAConformingStack(t *testing.T) {
	if codes := found(t, true); len(codes) > 0 {
		t.Errorf("found %v", codes)
	}
}

func TestFindsThatThereIsNoImplicitRollback(t *testing.T) {
	const offer = "a.setLocalDescription(offer without SDP) a.setRemoteDescription(offer)"
	// A refused offer that would have been refused for its SDP shows the same fault, and no other.
	expected := map[string]string{"refused-implicit-rollback": offer}
	if codes := found(t, false); !reflect.DeepEqual(codes, expected) {
		t.Errorf("found %v", codes)
	}
}
