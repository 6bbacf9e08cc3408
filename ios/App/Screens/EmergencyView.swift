// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// For someone on the phone with them, or whose screen they see: three lines in the largest type.
struct EmergencyView: View {
    @State private var model: EmergencyModel
    @ScaledMetric(relativeTo: .largeTitle) private var gap = 20.0

    init(core: Core, device: Device) {
        _model = State(initialValue: EmergencyModel(core: core, device: device))
    }

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: gap) {
                switch model.state {
                case .empty, .working: WorkingRow()
                case .failed(let trouble): TroubleRow(trouble: trouble)
                case .ready(let lines): shown(lines)
                }
            }
            .padding()
            .frame(maxWidth: .infinity, alignment: .leading)
        }
        .navigationTitle("screen.emergency")
        .navigationBarTitleDisplayMode(.inline)
        .task { await model.load() }
    }

    @ViewBuilder private func shown(_ lines: EmergencyModel.Lines) -> some View {
        ForEach(Array(lines.first.enumerated()), id: \.element.id) { place, step in
            HStack(alignment: .firstTextBaseline) {
                Text(verbatim: "\(place + 1)").accessibilityHidden(true)
                Text(verbatim: step.step)
            }
            .font(.largeTitle.bold())
            // Never smaller than this, whatever the phone is set to; larger with it.
            .dynamicTypeSize(.xxxLarge...)
            .accessibilityElement(children: .combine)
        }
        if let call = lines.call {
            Button {
                model.call()
            } label: {
                Label("hotline.call-named \(call.organization) \(call.number)", systemImage: "phone.fill")
                    .font(.title.bold())
                    .frame(maxWidth: .infinity)
                    .padding(.vertical, 8)
            }
            .buttonStyle(.borderedProminent)
            .tint(Verdict.danger.ground)
            Text("emergency.other-phone").font(.title3)
        }
        NavigationLink(value: Screen.situation) {
            Label("emergency.hung-up", systemImage: "phone.down").font(.title3.bold())
        }
        if !lines.rest.isEmpty {
            DisclosureGroup("emergency.then") {
                ForEach(lines.rest, id: \.id) { step in
                    StepRow(step: step, call: nil).frame(maxWidth: .infinity, alignment: .leading)
                }
            }
            .font(.title3)
        }
    }
}
