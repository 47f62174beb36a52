package main

import (
	"fmt"
	"strings"

	"example/jsep/jseporacle"
)

// A connection of the dump, and the session of the oracle that follows it.
type connection struct {
	oracle   *jseporacle.Oracle
	name     string
	standing []step // the steps that led to the present state
}

type step func() (jseporacle.Outcome, error)

// judge returns what is wrong with a call, or "". Afterwards the session is in the state that Chromium is in.
func (connection *connection) judge(call call) (string, error) {
	if call.applied && call.argument == nil && call.result != nil {
		if err := connection.reportCreated(*call.result); err != nil {
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
		// The description would be legal if Chromium had created it: go on as if it had.
		if err := connection.reportCreated(call.description()); err != nil {
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

func (connection *connection) reportCreated(description jseporacle.Description) error {
	report := connection.oracle.AnswerCreated
	if description.Type == "offer" {
		report = connection.oracle.OfferCreated
	}
	_, err := connection.do(func() (jseporacle.Outcome, error) { return report(connection.name, description.SDP) })
	return err
}

func (connection *connection) do(step step) (jseporacle.Outcome, error) {
	connection.standing = append(connection.standing, step)
	return step()
}

// takeBack makes a session without the last step, which Chromium did not take.
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
