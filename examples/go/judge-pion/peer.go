package main

import (
	"errors"

	"example/jsep/jseporacle"
	"github.com/pion/webrtc/v3"
	"github.com/pion/webrtc/v3/pkg/rtcerr"
)

type peer struct{ *webrtc.PeerConnection }

func newPeer() (jseporacle.Peer, error) {
	connection, err := webrtc.NewPeerConnection(webrtc.Configuration{})
	if err != nil {
		return nil, err
	}
	if _, err := connection.AddTransceiverFromKind(webrtc.RTPCodecTypeAudio); err != nil {
		return nil, err
	}
	_, err = connection.CreateDataChannel("data", nil)
	return peer{connection}, err
}

func (peer peer) Call(method string, description *jseporacle.Description) (created string, err error) {
	switch method {
	case "createOffer":
		offer, err := peer.CreateOffer(nil)
		return offer.SDP, err
	case "createAnswer":
		answer, err := peer.CreateAnswer(nil)
		return answer.SDP, err
	case "close":
		return "", peer.Close()
	}
	if description == nil {
		return "", jseporacle.ErrNotOffered
	}
	set := webrtc.SessionDescription{Type: webrtc.NewSDPType(description.Type), SDP: description.SDP}
	if method == "setRemoteDescription" {
		return "", peer.SetRemoteDescription(set)
	}
	return "", peer.SetLocalDescription(set)
}

func (peer peer) SignalingState() string {
	return peer.PeerConnection.SignalingState().String()
}

func (peer peer) Slots() map[string]*jseporacle.Description {
	slots := map[string]*jseporacle.Description{}
	for index, slot := range []*webrtc.SessionDescription{
		peer.PendingLocalDescription(), peer.CurrentLocalDescription(),
		peer.PendingRemoteDescription(), peer.CurrentRemoteDescription(),
	} {
		slots[jseporacle.SlotNames[index]] = nil
		if slot != nil {
			slots[jseporacle.SlotNames[index]] = &jseporacle.Description{Type: slot.Type.String(), SDP: slot.SDP}
		}
	}
	return slots
}

func errorName(err error) (name string, specified bool) {
	for cause := err; cause != nil; cause = errors.Unwrap(cause) {
		switch cause.(type) {
		case *rtcerr.InvalidStateError:
			return "InvalidStateError", true
		case *rtcerr.InvalidAccessError:
			return "InvalidAccessError", true
		case *rtcerr.InvalidModificationError:
			return "InvalidModificationError", true
		case *rtcerr.OperationError:
			return "OperationError", true
		case *rtcerr.TypeError:
			return "TypeError", true
		case *rtcerr.SyntaxError:
			return "SyntaxError", true
		case *rtcerr.NotSupportedError:
			return "NotSupportedError", true
		}
	}
	return err.Error(), false
}
