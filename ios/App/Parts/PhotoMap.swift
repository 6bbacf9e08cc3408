// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import UIKit
import YankaKit

/// The photo with every code outlined and numbered; grows under two fingers or by its buttons.
struct PhotoMap: View {
    let picture: Data
    let report: Report
    @Binding var picked: Int?
    @State private var scale = 1.0
    @State private var held = CGSize.zero
    @GestureState private var pinch = 1.0
    @GestureState private var drag = CGSize.zero
    @Environment(\.accessibilityReduceMotion) private var still

    var body: some View {
        if let image = UIImage(data: picture) {
            VStack(spacing: 8) {
                Image(uiImage: image)
                    .resizable()
                    .aspectRatio(contentMode: .fit)
                    .accessibilityLabel("result.photo-codes \(report.codes.count)")
                    .overlay { marks }
                    .scaleEffect(scale * pinch)
                    .offset(x: held.width + drag.width, y: held.height + drag.height)
                    .gesture(grow)
                    // Only a grown picture is moved: otherwise the finger scrolls the page.
                    .simultaneousGesture(scale > 1 ? move : nil)
                    .clipShape(RoundedRectangle(cornerRadius: 12))
                    .animation(still ? nil : .default, value: scale)
                HStack {
                    Button("result.zoom-out", systemImage: "minus.magnifyingglass") { zoom(scale / 1.5) }
                        .disabled(scale <= 1)
                    Spacer()
                    Button("result.zoom-in", systemImage: "plus.magnifyingglass") { zoom(scale * 1.5) }
                        .disabled(scale >= 6)
                }
                .labelStyle(.iconOnly)
                .controlSize(.large)
                .buttonStyle(.bordered)
            }
        }
    }

    private var marks: some View {
        GeometryReader { space in
            let unit = report.width == 0 ? 0 : space.size.width / Double(report.width)
            ForEach(Array(report.codes.enumerated()), id: \.offset) { place, code in
                let corners = code.corners.map { CGPoint(x: Double($0.x) * unit, y: Double($0.y) * unit) }
                if let first = corners.first {
                    Outline(corners: corners)
                        .stroke(code.verdict.ground, lineWidth: picked == place ? 6 : 3)
                        .background(
                            Outline(corners: corners).stroke(.white, lineWidth: picked == place ? 9 : 6))
                    Button {
                        picked = picked == place ? nil : place
                    } label: {
                        Text(verbatim: "\(place + 1)")
                            .font(.headline)
                            .foregroundStyle(.white)
                            .frame(minWidth: 44, minHeight: 44)
                            .background(code.verdict.ground, in: Circle())
                    }
                    .position(first)
                    .accessibilityLabel("result.code \(place + 1)")
                    .accessibilityValue(Text(verbatim: code.does))
                }
            }
        }
    }

    private var grow: some Gesture {
        MagnifyGesture()
            .updating($pinch) { value, pinch, _ in pinch = value.magnification }
            .onEnded { value in zoom(scale * value.magnification) }
    }

    private var move: some Gesture {
        DragGesture()
            .updating($drag) { value, drag, _ in drag = value.translation }
            .onEnded { value in
                held.width += value.translation.width
                held.height += value.translation.height
            }
    }

    private func zoom(_ to: Double) {
        scale = min(6, max(1, to))
        if scale == 1 { held = .zero }
    }
}

/// The four corners of a code, joined.
private struct Outline: Shape {
    let corners: [CGPoint]

    func path(in rect: CGRect) -> Path {
        var path = Path()
        path.addLines(corners)
        path.closeSubpath()
        return path
    }
}
