package main

import (
	"fmt"
	"strings"

	"example/jsep/jseporacle"
)

// A connection of the dump, followed by a session of the oracle's.
type connection struct {
	oracle   *jseporacle.Oracle
	name     string
	standing []step // what has led to where the connection is
}

type step func() (jseporacle.Outcome, error)

// judge gives what is to be said against a call, "" where nothing is. The oracle's session then is where Chromium is.
func (connection *connection) judge(call call) (string, error) {
	if call.applied && call.argument == nil && call.result != nil {
		if err := connection.tellCreated(*call.result); err != nil {
			return "", err
		}
	}
	if strings.HasPrefix(call.method, "create") {
		return "", nil
	}
	ask := func() (jseporacle.Outcome, error) {
		return connection.oracle.Ask(connection.name, call.method, call.argument, "")
	}
	outcome, err := connection.do(ask)
	if err != nil {
		return "", err
	}
	switch refused := outcome.Rejection != nil; {
	case call.applied && refused:
		// Had Chromium created that description itself, it would be legal: go on as if it had.
		if err := connection.tellCreated(call.description()); err != nil {
			return "", err
		}
		_, err := connection.do(ask)
		return "MUST BE REFUSED  " + reason(outcome), err
	case !call.applied && !refused:
		return "MUST BE APPLIED", connection.takeBack()
	case outcome.Session.SignalingState != call.state:
		return fmt.Sprintf("MUST BE IN %s NOW", outcome.Session.SignalingState), nil
	case refused:
		return "ILLEGAL CALL  " + reason(outcome), nil
	}
	return "", nil
}

func reason(outcome jseporacle.Outcome) string {
	return outcome.Rejection.Code + ": " + outcome.Rejection.Message
}

func (connection *connection) tellCreated(description jseporacle.Description) error {
	tell := connection.oracle.AnswerCreated
	if description.Type == "offer" {
		tell = connection.oracle.OfferCreated
	}
	_, err := connection.do(func() (jseporacle.Outcome, error) { return tell(connection.name, description.SDP) })
	return err
}

func (connection *connection) do(step step) (jseporacle.Outcome, error) {
	connection.standing = append(connection.standing, step)
	return step()
}

// takeBack makes a session without the last step: Chromium did not go along with it.
func (connection *connection) takeBack() error {
	connection.standing = connection.standing[:len(connection.standing)-1]
	if err := connection.oracle.Drop(connection.name); err != nil {
		return err
	}
	if err := connection.oracle.Create(connection.name, nil); err != nil {
		return err
	}
	for _, step := range connection.standing {
		if _, err := step(); err != nil {
			return err
		}
	}
	return nil
}
