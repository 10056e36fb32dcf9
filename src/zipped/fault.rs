//! Reasons to reject a zip. Names appear as in the zip: callers must escape them before showing them to people.

/// One reason to reject a zip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than the limit.
    TooLarge,
    /// The end record is missing: the file is not a zip or is incomplete.
    NoEnd,
    /// Data follows the end record, or there are two end records.
    Appended,
    /// Data precedes the first entry.
    Prepended,
    /// There are more entries than the limit.
    TooMany,
    /// The reader cannot parse the zip; contains the reader's message.
    Malformed(String),
    /// Headers disagree, or entries overlap or are not listed; contains the reader's message.
    Inconsistent(String),
    /// Two entries have the same name.
    Doubled(String),
    /// The name leads outside the package, is ambiguous on some system, or is not allowed in this kind of package.
    Name(String),
    /// Two names denote the same file on some system: the second name and the first.
    Clash(String, String),
    /// The name belongs to both a file and a folder.
    FileAndFolder(String),
    /// The entry is a link, a device or another special file.
    Special(String),
    Encrypted(String),
    /// The compression method is not supported by every program.
    Compression(String),
    /// The file, or the whole zip if no name is given, unpacks to more than the limit.
    Bomb(Option<String>),
}

impl Fault {
    /// Returns the name of the affected entry, or `None` if the fault concerns the whole zip.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Doubled(name)
            | Self::Name(name)
            | Self::Clash(name, _)
            | Self::FileAndFolder(name)
            | Self::Special(name)
            | Self::Encrypted(name)
            | Self::Compression(name) => Some(name),
            Self::Bomb(name) => name.as_deref(),
            Self::TooLarge
            | Self::NoEnd
            | Self::Appended
            | Self::Prepended
            | Self::TooMany
            | Self::Malformed(_)
            | Self::Inconsistent(_) => None,
        }
    }
}
