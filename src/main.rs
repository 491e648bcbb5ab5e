//! The program: hands the command line to the window or to the commands.

fn main() {}
