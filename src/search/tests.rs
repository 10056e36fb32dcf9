//! What the files of an index say, read back as a browser reads them.
