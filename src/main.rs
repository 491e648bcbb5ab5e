//! The program: the command line decides what is done.

//! The program: hands the command line to the window or to the commands.

fn main() {}
