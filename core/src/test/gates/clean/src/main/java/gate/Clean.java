package gate;

/** Nothing is wrong here: the build must pass, so that the others fail for their own reason. */
record Clean(String name) {}
