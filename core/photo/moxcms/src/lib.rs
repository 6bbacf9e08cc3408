//! Stands in for the crate `moxcms`, on which `image` depends without a feature to leave it out.
//!
//! Has only the names that `image` uses, and refuses every conversion between colour spaces, so
//! `image` reports such a conversion as unsupported. Codes are read from grey pixels: nothing here
//! reads a colour profile. The real crate and its `pxfm` take 40 s of the first build.

use std::sync::Arc;

/// A conversion; none exists.
pub trait TransformExecutor<V: Copy + Default> {
    /// Converts `from` to `to`.
    ///
    /// # Errors
    /// Always.
    fn transform(&self, from: &[V], to: &mut [V]) -> Result<(), CmsError>;
}

/// Why there is no conversion.
#[derive(Clone, Copy, Debug)]
pub struct CmsError;

/// A conversion of samples of type `V`.
pub type Transform<V> = Arc<dyn TransformExecutor<V> + Send + Sync>;

/// A colour profile without content.
#[derive(Clone, Debug)]
pub struct ColorProfile;

impl ColorProfile {
    /// The only profile.
    #[must_use]
    pub const fn new_srgb() -> Self {
        Self
    }

    /// Changes nothing; returns that the colour space is not supported.
    pub const fn update_rgb_colorimetry_from_cicp(&mut self, _: CicpProfile) -> bool {
        false
    }
}

/// Declares the conversions from one profile to another, each for one type of sample.
macro_rules! transforms {
    ($($name:ident: $sample:ty),*) => {
        impl ColorProfile {
            $(
                /// Refuses the conversion.
                ///
                /// # Errors
                /// Always.
                pub const fn $name(
                    &self,
                    _: Layout,
                    _: &Self,
                    _: Layout,
                    _: TransformOptions,
                ) -> Result<Transform<$sample>, CmsError> {
                    Err(CmsError)
                }
            )*
        }
    };
}
transforms!(create_transform_8bit: u8, create_transform_16bit: u16, create_transform_f32: f32);

/// Options of a conversion.
#[derive(Clone, Copy, Debug, Default)]
pub struct TransformOptions;

/// Layout of a pixel.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Layout {
    Rgb,
    Rgba,
}

/// A colour space by the code points of ITU-T H.273.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct CicpProfile {
    pub color_primaries: CicpColorPrimaries,
    pub transfer_characteristics: TransferCharacteristics,
    pub matrix_coefficients: MatrixCoefficients,
    pub full_range: bool,
}

/// Declares the code points of one table of ITU-T H.273.
macro_rules! code_points {
    ($(#[$doc:meta] $name:ident { $($point:ident),* })*) => { $(
        #[$doc]
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs)]
        pub enum $name { $($point),* }
    )* };
}
code_points! {
    /// Table 2.
    CicpColorPrimaries {
        Bt709, Unspecified, Bt470M, Bt470Bg, Bt601, Smpte240, GenericFilm, Bt2020, Xyz, Smpte431,
        Smpte432, Ebu3213
    }
    /// Table 3.
    TransferCharacteristics {
        Bt709, Unspecified, Bt470M, Bt470Bg, Bt601, Smpte240, Linear, Log100, Log100sqrt10, Iec61966,
        Bt1361, Srgb, Bt202010bit, Bt202012bit, Smpte2084, Smpte428, Hlg
    }
    /// Table 4.
    MatrixCoefficients {
        Identity, Unspecified, Bt709, Fcc, Bt470Bg, Smpte170m, Smpte240m, YCgCo, Bt2020Ncl, Bt2020Cl,
        Smpte2085, ChromaticityDerivedNCL, ChromaticityDerivedCL, ICtCp
    }
}

/// A white point by its coordinates, which nothing reads.
#[derive(Clone, Copy, Debug)]
pub struct Chromaticity;

impl Chromaticity {
    /// Daylight, 6504 K.
    pub const D65: Self = Self;

    /// Any white point.
    #[must_use]
    pub const fn new(_: f32, _: f32) -> Self {
        Self
    }
}

/// The primaries of a colour space, which are those of sRGB.
#[derive(Clone, Copy, Debug)]
pub struct ColorPrimaries;

/// Declares the named primaries.
macro_rules! primaries {
    ($($name:ident),*) => {
        #[allow(missing_docs)]
        impl ColorPrimaries {
            $(pub const $name: Self = Self;)*
        }
    };
}
primaries!(
    BT_709,
    BT_470M,
    BT_470BG,
    BT_601,
    SMPTE_240,
    GENERIC_FILM,
    BT_2020,
    XYZ,
    DISPLAY_P3,
    EBU_3213
);

/// A matrix, row by row.
#[derive(Clone, Copy, Debug)]
pub struct Matrix3f {
    /// The rows.
    pub v: [[f32; 3]; 3],
}

impl ColorPrimaries {
    /// The matrix from linear sRGB to XYZ (IEC 61966-2-1); `image` reads the luminance row.
    #[must_use]
    pub const fn transform_to_xyz(self, _: Chromaticity) -> Matrix3f {
        Matrix3f {
            v: [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]],
        }
    }
}
