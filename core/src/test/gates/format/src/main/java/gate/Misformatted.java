package gate;
/** Badly laid out. */
record   Misformatted( String name ){ }
