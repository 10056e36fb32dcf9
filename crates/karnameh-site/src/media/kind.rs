//! The allowed types of published files.

/// A file type, recognized by the extension of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Jpeg,
    Png,
    Webp,
    Pdf,
    Docx,
    Xlsx,
    Csv,
    Mp3,
    Mp4,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Jpeg,
        Self::Png,
        Self::Webp,
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Csv,
        Self::Mp3,
        Self::Mp4,
    ];

    /// Returns the type for a name's extension, ignoring letter case, or `None` if it is not allowed.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        if ending == "jpeg" {
            return Some(Self::Jpeg);
        }
        Self::ALL.into_iter().find(|kind| kind.ending() == ending)
    }

    /// Returns the extension used in published names.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Mp3 => "mp3",
            Self::Mp4 => "mp4",
        }
    }

    /// Returns the usual name of the type («PDF», «Word»).
    pub fn label(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
            Self::Pdf => "PDF",
            Self::Docx => "Word",
            Self::Xlsx => "Excel",
            Self::Csv => "CSV",
            Self::Mp3 => "MP3",
            Self::Mp4 => "MP4",
        }
    }

    /// Returns whether files of this type are decoded and encoded again before publication.
    pub fn is_photo(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }
}
