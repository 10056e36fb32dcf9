//! Rules across records: a list of small named functions, each one sentence.
