//! Why a zip is not taken. Names are as the zip has them: whoever shows one to people makes it harmless first.

/// One thing that is wrong with a zip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than such a package may be.
    TooLarge,
    /// It has no end: it is no zip, or was cut off.
    NoEnd,
    /// Something hangs behind its end, or it has two of them.
    Appended,
    /// Something stands before its beginning.
    Prepended,
    /// It holds more entries than such a package may.
    TooMany,
    /// It can't be read; what the reader said.
    Malformed(String),
    /// It contradicts itself: headers that disagree, entries that share bytes or are not listed; what the reader said.
    Inconsistent(String),
    /// Two entries of one name.
    Doubled(String),
    /// A name that leads out of the package, means something else on some system, or is none that the package has.
    Name(String),
    /// Two names that are one on some system: the second, and the first.
    Clash(String, String),
    /// A name that is a file's and a folder's.
    FileAndFolder(String),
    /// A link, a device or the like.
    Special(String),
    /// An encrypted file.
    Encrypted(String),
    /// A file that is compressed in a way that not every program knows.
    Compression(String),
    /// A file, or the whole where no name is given, that unpacks to more than it may.
    Bomb(Option<String>),
}

impl Fault {
    /// The name that it is about; `None` for the zip as a whole.
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
