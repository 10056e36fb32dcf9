//! What is found of the records that pages show, and what is not.
