NAME = "inner of " + __package__
