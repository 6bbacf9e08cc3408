// Type-checked on Linux against stubs; runs on an iPhone only.
import SwiftUI
import YankaKit

/// The emergency page: three steps in the largest type, and the police number.
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
                case .notRequested, .loading: LoadingRow()
                case .failed(let failure): ErrorRow(failure: failure)
                case .loaded(let content): loaded(content)
                }
            }
            .padding()
            .frame(maxWidth: .infinity, alignment: .leading)
        }
        .navigationTitle("screen.emergency")
        .navigationBarTitleDisplayMode(.inline)
        .task { await model.load() }
    }

    @ViewBuilder private func loaded(_ content: EmergencyModel.Content) -> some View {
        ForEach(Array(content.firstSteps.enumerated()), id: \.element.id) { index, step in
            HStack(alignment: .firstTextBaseline) {
                Text(verbatim: "\(index + 1)").accessibilityHidden(true)
                Text(verbatim: step.step)
            }
            .font(.largeTitle.bold())
            // The smallest size; larger where the system's setting is larger.
            .dynamicTypeSize(.xxxLarge...)
            .accessibilityElement(children: .combine)
        }
        if let police = content.police {
            Button {
                model.callPolice()
            } label: {
                Label("hotline.call-named \(police.organization) \(police.number)", systemImage: "phone.fill")
                    .font(.title.bold())
                    .frame(maxWidth: .infinity)
                    .padding(.vertical, 8)
            }
            .buttonStyle(.borderedProminent)
            .tint(Verdict.danger.backgroundColor)
            Text("emergency.other-phone").font(.title3)
        }
        NavigationLink(value: Screen.situation) {
            Label("emergency.hung-up", systemImage: "phone.down").font(.title3.bold())
        }
        if !content.furtherSteps.isEmpty {
            DisclosureGroup("emergency.then") {
                ForEach(content.furtherSteps, id: \.id) { step in
                    StepRow(step: step, call: nil).frame(maxWidth: .infinity, alignment: .leading)
                }
            }
            .font(.title3)
        }
    }
}
