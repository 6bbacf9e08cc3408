//! The three readers, each from the same grey pixels to texts, with its processor time.

use super::Answer;
use rustix::time::{ClockId, clock_gettime};
use serde::Deserialize;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use yanka::photo::{self, Luma, Picture, PixelLayout};

/// This project's reader.
pub fn ours(luma: &Luma) -> Answer {
    let picture = Picture::Pixels {
        layout: PixelLayout::Luma8,
        width: luma.width,
        height: luma.height,
        stride: luma.width,
        data: &luma.data,
    };
    let (reading, ms) = timed(|| photo::read(picture, &mut ()));
    // A code whose bytes are no text in any set is still a code: it is shown by its bytes.
    let text = |s: photo::Symbol| {
        s.text.unwrap_or_else(|| s.bytes.iter().map(|b| char::from(*b)).collect())
    };
    let texts = reading.map_or(Vec::new(), |r| r.symbols.into_iter().map(text).collect());
    Answer { texts, ms }
}

/// Plain `rqrr`, as its own page shows it. Its panics count as nothing read.
pub fn rqrr(luma: &Luma) -> Answer {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let (texts, ms) = timed(|| {
        std::panic::catch_unwind(|| {
            let (w, h) = (luma.width as usize, luma.height as usize);
            let at = |x: usize, y: usize| luma.data[y * w + x];
            let mut picture = rqrr::PreparedImage::prepare_from_greyscale(w, h, at);
            let grids = picture.detect_grids();
            grids.iter().filter_map(|g| g.decode().ok()).map(|(_, text)| text).collect()
        })
    });
    std::panic::set_hook(hook);
    Answer { texts: texts.unwrap_or_default(), ms }
}

/// zxing-cpp in a process of its own, behind tests/measure/zxing.py.
pub struct Zxing {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

#[derive(Deserialize)]
struct Line {
    texts: Vec<String>,
    ms: f64,
}

const MISSING: &str = "zxing-cpp does not answer: `pip install zxing-cpp numpy` into a virtual \
                       environment and give its interpreter as --python, or measure with --ours";

impl Zxing {
    pub fn start(python: &Path) -> Result<Self, String> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("measure/zxing.py");
        let mut child = Command::new(python)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("{} does not start: {e}", python.display()))?;
        let input = child.stdin.take().ok_or(MISSING)?;
        let output = BufReader::new(child.stdout.take().ok_or(MISSING)?);
        Ok(Self { child, input, output })
    }

    pub fn read(&mut self, luma: &Luma) -> Result<Answer, String> {
        let mut line = String::new();
        writeln!(self.input, "{} {}", luma.width, luma.height)
            .and_then(|()| self.input.write_all(&luma.data))
            .and_then(|()| self.input.flush())
            .and_then(|()| self.output.read_line(&mut line))
            .map_err(|_| MISSING)?;
        let line: Line = serde_json::from_str(&line).map_err(|_| MISSING)?;
        Ok(Answer { texts: line.texts, ms: line.ms })
    }
}

impl Drop for Zxing {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let now = || {
        let t = clock_gettime(ClockId::ThreadCPUTime);
        t.tv_sec as f64 * 1000.0 + t.tv_nsec as f64 / 1e6
    };
    let begin = now();
    let out = work();
    (out, now() - begin)
}
