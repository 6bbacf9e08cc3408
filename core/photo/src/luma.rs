//! A grey picture, and cheap operations on it: sampling, downscaling, inversion.
//!
//! Must not depend on codes or on file formats.

/// Grey pixels, row-major from the upper left; `data.len() == width * height`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Luma {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// 0 is black, 255 is white.
    pub data: Vec<u8>,
}

/// Prints the size only: the pixels are the person's photo.
impl std::fmt::Debug for Luma {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Luma({} x {})", self.width, self.height)
    }
}

impl Luma {
    /// Row `y`; empty past the last one.
    #[must_use]
    pub fn row(&self, y: usize) -> &[u8] {
        let w = self.width as usize;
        self.data.get(y * w..(y + 1) * w).unwrap_or(&[])
    }

    /// The grey at (`x`, `y`) by bilinear interpolation, 0 to 255. Pixel 0 covers 0.0 to 1.0;
    /// outside the picture the nearest border pixel is repeated. 0 for a picture without pixels.
    #[must_use]
    pub fn bilinear(&self, x: f32, y: f32) -> f32 {
        let (w, h) = (self.width as usize, self.height as usize);
        if w == 0 || h == 0 {
            return 0.0;
        }
        let x = (x - 0.5).clamp(0.0, (w - 1) as f32);
        let y = (y - 0.5).clamp(0.0, (h - 1) as f32);
        let (x0, y0) = (x as usize, y as usize);
        let (fx, fy) = (x - x0 as f32, y - y0 as f32);
        let (dx, dy) = (usize::from(x0 + 1 < w), if y0 + 1 < h { w } else { 0 });
        let i = y0 * w + x0;
        let d = &self.data;
        let upper = f32::from(d[i]) * (1.0 - fx) + f32::from(d[i + dx]) * fx;
        let lower = f32::from(d[i + dy]) * (1.0 - fx) + f32::from(d[i + dy + dx]) * fx;
        upper * (1.0 - fy) + lower * fy
    }

    /// [`Self::bilinear`] rounded to a pixel value; white outside the picture.
    #[must_use]
    pub fn bilinear_or_white(&self, x: f32, y: f32) -> u8 {
        let visible = x >= 0.0 && y >= 0.0 && x <= self.width as f32 && y <= self.height as f32;
        if visible { (self.bilinear(x, y) + 0.5) as u8 } else { 255 }
    }

    /// Box-filters by `n`: each `n` × `n` pixels become their mean. Drops the remaining rows and
    /// columns. A picture narrower than `n` keeps every `n`th pixel instead.
    #[must_use]
    pub fn downscaled(&self, n: usize) -> Self {
        let (w, h) = (self.width as usize / n.max(1), self.height as usize / n.max(1));
        if n <= 1 {
            return self.clone();
        }
        if w == 0 || h == 0 {
            return self.decimated(n);
        }
        let mut data = Vec::with_capacity(w * h);
        let mut sums = vec![0_u16; w * n];
        let area = (n * n) as u32;
        for y in 0..h {
            sums.fill(0);
            for row in 0..n {
                for (sum, pixel) in sums.iter_mut().zip(self.row(y * n + row)) {
                    *sum += u16::from(*pixel);
                }
            }
            match n {
                2 => data.extend(sums.chunks_exact(2).map(|c| ((c[0] + c[1] + 2) >> 2) as u8)),
                4 => data.extend(
                    sums.chunks_exact(4).map(|c| ((c[0] + c[1] + c[2] + c[3] + 8) >> 4) as u8),
                ),
                _ => data.extend(sums.chunks_exact(n).map(|c| {
                    let sum: u32 = c.iter().map(|v| u32::from(*v)).sum();
                    ((sum + area / 2) / area) as u8
                })),
            }
        }
        Self { width: w as u32, height: h as u32, data }
    }

    /// Every `n`th pixel of every `n`th row, so at least one in each direction.
    fn decimated(&self, n: usize) -> Self {
        let data: Vec<u8> = (0..self.height as usize)
            .step_by(n)
            .flat_map(|y| self.row(y).iter().step_by(n).copied())
            .collect();
        let [width, height] = [self.width, self.height].map(|s| s.div_ceil(n as u32));
        Self { width, height, data }
    }

    /// The negative.
    #[must_use]
    pub fn inverted(&self) -> Self {
        Self { data: self.data.iter().map(|p| 255 - p).collect(), ..*self }
    }
}
