//! Whether a file lies on a network share, where SQLite's locks cannot be trusted.

use std::path::Path;

/// True where the file is known to lie on a network share. A guess: Linux and Windows (`\\server\share`) only, and a
/// mapped drive letter is not seen.
pub(super) fn is_network_share(path: &Path) -> bool {
    let name = path.as_os_str().as_encoded_bytes();
    if cfg!(windows) && name.starts_with(b"\\\\") && !name.starts_with(b"\\\\?\\") && !name.starts_with(b"\\\\.\\") {
        return true;
    }
    name.starts_with(b"\\\\?\\UNC\\") || has_network_type(path)
}

#[cfg(target_os = "linux")]
fn has_network_type(path: &Path) -> bool {
    /// Magic numbers of `statfs(2)`: NFS, SMB, CIFS, SMB2, NCP, Coda, AFS, 9P, Ceph.
    const TYPES: [u32; 9] = [
        0x6969,
        0x517B,
        0xFF53_4D42,
        0xFE53_4D42,
        0x564C,
        0x7375_7245,
        0x5346_414F,
        0x0102_1997,
        0x00C3_6400,
    ];
    // The number is signed or not, and of one size or another, as the processor has it.
    rustix::fs::statfs(path).is_ok_and(|stat| TYPES.iter().any(|known| i128::from(stat.f_type) as u32 == *known))
}

#[cfg(not(target_os = "linux"))]
fn has_network_type(_path: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::is_network_share;

    #[test]
    fn a_local_folder_is_no_share() {
        let home = tempfile::tempdir().unwrap();
        assert!(!is_network_share(home.path()));
    }
}
