// Package yourstack is what the guides judge in place of their reader's stack: it does as the oracle says, but refuses
// the other side's rollback.
package yourstack

import (
	"errors"
	"fmt"
	"strings"

	"example/jsep/jseporacle"
)

const sdp = "v=0\r\no=- %[1]d 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n" +
	"m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=sctp-port:5000\r\n" +
	"a=ice-ufrag:%04[1]d\r\na=ice-pwd:%022[1]d\r\na=setup:%s\r\na=fingerprint:sha-256 AA%s\r\n"

var (
	oracle *jseporacle.Oracle
	count  int
)

// PeerConnection is one of the stack's.
type PeerConnection struct {
	id      int
	session jseporacle.Session
}

// NewPeerConnection makes one.
func NewPeerConnection() *PeerConnection {
	if oracle == nil {
		started, err := jseporacle.Start()
		check(err)
		oracle = started
	}
	count++
	peer := &PeerConnection{id: count}
	check(oracle.Create(peer.name(), nil))
	outcome, err := oracle.OfferCreated(peer.name(), "")
	check(err)
	peer.session = outcome.Session
	return peer
}

// CreateOffer gives the SDP of an offer.
func (peer *PeerConnection) CreateOffer() (string, error) { return peer.call("createOffer", nil) }

// CreateAnswer gives the SDP of an answer.
func (peer *PeerConnection) CreateAnswer() (string, error) { return peer.call("createAnswer", nil) }

// SetLocalDescription sets what was created; without SDP, it creates it.
func (peer *PeerConnection) SetLocalDescription(sdpType, sdp string) error {
	_, err := peer.call("setLocalDescription", &jseporacle.Description{Type: sdpType, SDP: sdp})
	return err
}

// SetRemoteDescription sets what came from the other side.
func (peer *PeerConnection) SetRemoteDescription(sdpType, sdp string) error {
	if sdpType == "rollback" && peer.SignalingState() == "have-local-offer" {
		return errors.New("InvalidStateError")
	}
	_, err := peer.call("setRemoteDescription", &jseporacle.Description{Type: sdpType, SDP: sdp})
	return err
}

// Close closes it.
func (peer *PeerConnection) Close() error {
	_, err := peer.call("close", nil)
	return err
}

// SignalingState is the state that it is in.
func (peer *PeerConnection) SignalingState() string { return peer.session.SignalingState }

// PendingLocalDescription is a slot, as are the others; nil where it is empty.
func (peer *PeerConnection) PendingLocalDescription() *jseporacle.Description {
	return peer.session.PendingLocalDescription
}

// CurrentLocalDescription is a slot.
func (peer *PeerConnection) CurrentLocalDescription() *jseporacle.Description {
	return peer.session.CurrentLocalDescription
}

// PendingRemoteDescription is a slot.
func (peer *PeerConnection) PendingRemoteDescription() *jseporacle.Description {
	return peer.session.PendingRemoteDescription
}

// CurrentRemoteDescription is a slot.
func (peer *PeerConnection) CurrentRemoteDescription() *jseporacle.Description {
	return peer.session.CurrentRemoteDescription
}

func (peer *PeerConnection) call(method string, description *jseporacle.Description) (string, error) {
	created := fmt.Sprintf(sdp, peer.id, peer.setup(method), strings.Repeat(":AA", 31))
	outcome, err := peer.ask(method, description, created)
	check(err)
	peer.session = outcome.Session
	if outcome.Rejection == nil {
		return created, nil
	}
	if outcome.Rejection.Error == "RTCError" { // a DOMException of that name
		return "", errors.New("OperationError")
	}
	return "", errors.New(outcome.Rejection.Error)
}

func (peer *PeerConnection) name() string { return fmt.Sprint("yours ", peer.id) }

func (peer *PeerConnection) setup(method string) string {
	state, negotiated := peer.SignalingState(), peer.session.CurrentRemoteDescription
	switch {
	case method != "createAnswer" && (state == "stable" || state == "have-local-offer"):
		return "actpass"
	case negotiated != nil && negotiated.Type == "answer":
		return "passive"
	}
	return "active"
}

func (peer *PeerConnection) ask(method string, description *jseporacle.Description, created string) (jseporacle.Outcome, error) {
	switch method {
	case "close":
		return oracle.Close(peer.name())
	case "createOffer":
		return oracle.OfferCreated(peer.name(), created)
	case "createAnswer":
		return oracle.AnswerCreated(peer.name(), created)
	case "setRemoteDescription":
		return oracle.SetRemoteDescription(peer.name(), description)
	}
	outcome, err := oracle.SetLocalDescription(peer.name(), description)
	if err != nil || outcome.Kind != "create" {
		return outcome, err
	}
	if _, err := peer.ask(map[string]string{"offer": "createOffer", "answer": "createAnswer"}[outcome.Type], nil, created); err != nil {
		return outcome, err
	}
	return oracle.SetLocalDescription(peer.name(), description)
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
