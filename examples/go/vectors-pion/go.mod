module example/jsep/vectors-pion

go 1.18

require (
	example/jsep v0.0.0
	github.com/pion/webrtc/v3 v3.1.56
)

replace example/jsep => ../
