//! GOAWAY before anything was looked at, in raw frames: no HTTP library turns away what it has read.

use std::io;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};

/// What a client says first. RFC 9113 §3.4.
const PREFACE: usize = 24;
/// Length (3 bytes), type, flags, stream (4 bytes). RFC 9113 §4.1.
const FRAME_HEAD: usize = 9;
const HEADERS: u8 = 1;
/// Nothing to set.
const SETTINGS_FRAME: [u8; FRAME_HEAD] = [0, 0, 0, 4, 0, 0, 0, 0, 0];
/// The last stream that counts is 0: none; the error code is 0: NO_ERROR. RFC 9113 §6.8.
const GOAWAY_FRAME: [u8; FRAME_HEAD + 8] = [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/// Waits for a request, sends GOAWAY and reads on until the client closes: a reset could reach it before the GOAWAY.
pub(super) async fn at_once(mut stream: impl AsyncRead + AsyncWrite + Unpin) -> io::Result<()> {
    stream.write_all(&SETTINGS_FRAME).await?;
    stream.flush().await?;
    stream.read_exact(&mut [0; PREFACE]).await?;
    while read_frame(&mut stream).await? != HEADERS {}
    stream.write_all(&GOAWAY_FRAME).await?;
    stream.flush().await?;
    tokio::io::copy(&mut stream, &mut tokio::io::sink()).await?;
    Ok(())
}

/// Reads one frame and says of which type it is.
async fn read_frame(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<u8> {
    let mut head = [0; FRAME_HEAD];
    stream.read_exact(&mut head).await?;
    let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
    stream.read_exact(&mut vec![0; length as usize]).await?;
    Ok(head[3])
}
