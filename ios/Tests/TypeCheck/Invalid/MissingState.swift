// expect: switch must be exhaustive
import YankaKit

@MainActor
func missingState(_ model: CheckModel) -> String {
    switch model.state {
    case .empty: ""
    case .checking: ""
    case .result: ""
    }
}
