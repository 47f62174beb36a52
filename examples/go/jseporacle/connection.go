package jseporacle

import "encoding/json"

// Stepped is what an input does to a connection. Both are JSON: the effects that the stack has to carry out, in order, and
// the whole connection after them.
type Stepped struct{ Effects, Connection json.RawMessage }

// CreateConnection opens a whole connection. Options, such as "bundlePolicy" or "revision", may be nil.
func (oracle *Oracle) CreateConnection(connection string, options map[string]any) error {
	_, err := oracle.ask(request{Op: "create", Connection: connection, Options: options})
	return err
}

// DropConnection forgets a connection.
func (oracle *Oracle) DropConnection(connection string) error {
	_, err := oracle.ask(request{Op: "drop", Connection: connection})
	return err
}

// Step returns what an input does to a connection: a call, the end of work, a task, a reaction. A brief answer has no
// connection.
func (oracle *Oracle) Step(connection string, input any, brief bool) (Stepped, error) {
	answer, err := oracle.ask(request{Op: "step", Connection: connection, Input: input, Brief: brief})
	return answer.Stepped, err
}
