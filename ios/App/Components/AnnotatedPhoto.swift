// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import UIKit
import YankaKit

/// The photo with every code outlined and numbered. Zooms by pinch or by its buttons.
struct AnnotatedPhoto: View {
    /// The largest magnification, and the factor of one press. Empirical; no measurement recorded.
    private static let maxScale = 6.0
    private static let zoomStep = 1.5

    let picture: Data
    let report: Report
    @Binding var selectedCode: Int?
    @State private var scale = 1.0
    @State private var offset = CGSize.zero
    @GestureState private var pinch = 1.0
    @GestureState private var drag = CGSize.zero
    @Environment(\.accessibilityReduceMotion) private var reduceMotion

    var body: some View {
        if let image = UIImage(data: picture) {
            VStack(spacing: 8) {
                Image(uiImage: image)
                    .resizable()
                    .aspectRatio(contentMode: .fit)
                    .accessibilityLabel("result.photo-codes \(report.codes.count)")
                    .overlay { codeMarkers }
                    .scaleEffect(scale * pinch)
                    .offset(x: offset.width + drag.width, y: offset.height + drag.height)
                    .gesture(zoomGesture)
                    // Only a zoomed picture is dragged: otherwise the drag scrolls the page.
                    .simultaneousGesture(scale > 1 ? dragGesture : nil)
                    .clipShape(RoundedRectangle(cornerRadius: 12))
                    .animation(reduceMotion ? nil : .default, value: scale)
                HStack {
                    Button("result.zoom-out", systemImage: "minus.magnifyingglass") {
                        zoom(scale / Self.zoomStep)
                    }
                    .disabled(scale <= 1)
                    Spacer()
                    Button("result.zoom-in", systemImage: "plus.magnifyingglass") {
                        zoom(scale * Self.zoomStep)
                    }
                    .disabled(scale >= Self.maxScale)
                }
                .labelStyle(.iconOnly)
                .controlSize(.large)
                .buttonStyle(.bordered)
            }
        }
    }

    private var codeMarkers: some View {
        GeometryReader { space in
            let unit = report.width == 0 ? 0 : space.size.width / Double(report.width)
            ForEach(Array(report.codes.enumerated()), id: \.offset) { index, code in
                let corners = code.corners.map { CGPoint(x: Double($0.x) * unit, y: Double($0.y) * unit) }
                if let first = corners.first {
                    Outline(corners: corners)
                        .stroke(code.verdict.backgroundColor, lineWidth: selectedCode == index ? 6 : 3)
                        .background(
                            Outline(corners: corners).stroke(.white, lineWidth: selectedCode == index ? 9 : 6)
                        )
                    Button {
                        selectedCode = selectedCode == index ? nil : index
                    } label: {
                        Text(verbatim: "\(index + 1)")
                            .font(.headline)
                            .foregroundStyle(.white)
                            .frame(minWidth: 44, minHeight: 44)
                            .background(code.verdict.backgroundColor, in: Circle())
                    }
                    .position(first)
                    .accessibilityLabel("result.code \(index + 1)")
                    .accessibilityValue(Text(verbatim: code.does))
                }
            }
        }
    }

    private var zoomGesture: some Gesture {
        MagnifyGesture()
            .updating($pinch) { value, pinch, _ in pinch = value.magnification }
            .onEnded { value in zoom(scale * value.magnification) }
    }

    private var dragGesture: some Gesture {
        DragGesture()
            .updating($drag) { value, drag, _ in drag = value.translation }
            .onEnded { value in
                offset.width += value.translation.width
                offset.height += value.translation.height
            }
    }

    private func zoom(_ to: Double) {
        scale = min(Self.maxScale, max(1, to))
        if scale == 1 { offset = .zero }
    }
}

/// The outline of a code through its four corners.
private struct Outline: Shape {
    let corners: [CGPoint]

    func path(in rect: CGRect) -> Path {
        var path = Path()
        path.addLines(corners)
        path.closeSubpath()
        return path
    }
}
