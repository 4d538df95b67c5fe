log = ["pkg_a"]
VALUE = "value of pkg_a"
