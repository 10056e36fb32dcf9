//! The binary: hands the arguments to [`karnameh::cli`] and its answer to the system.

fn main() -> std::process::ExitCode {
    karnameh::cli::main()
}
