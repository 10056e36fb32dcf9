//! The kinds of files that are published: the allow-list of product.md, «Guarding people».

/// A kind of file, by the ending of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `.jpg`, `.jpeg`
    Jpeg,
    /// `.png`
    Png,
    /// `.webp`
    Webp,
    /// `.pdf`
    Pdf,
    /// `.docx`
    Docx,
    /// `.xlsx`
    Xlsx,
    /// `.csv`
    Csv,
    /// `.mp3`
    Mp3,
    /// `.mp4`
    Mp4,
}

impl Kind {
    /// All of them.
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

    /// The kind that a name's ending says, whatever its letter case.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        if ending == "jpeg" {
            return Some(Self::Jpeg);
        }
        Self::ALL.into_iter().find(|kind| kind.ending() == ending)
    }

    /// The ending in published names.
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

    /// What people call it («PDF», «Word»).
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

    /// Whether it is decoded and encoded again before it is published.
    pub fn is_photo(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }
}
