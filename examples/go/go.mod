module example/jsep

go 1.18
