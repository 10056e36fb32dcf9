//! The binary: hands the arguments to [`karnameh::cli`] and its answer to the system.

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    karnameh::cli::main()
}
