// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
@_exported import AppleFoundation

public enum LAPolicy: Int, Sendable {
    case deviceOwnerAuthenticationWithBiometrics = 1
    case deviceOwnerAuthentication = 2
}
public typealias NSErrorPointer = AutoreleasingUnsafeMutablePointer<NSError?>?
public struct AutoreleasingUnsafeMutablePointer<Pointee> {}

open class LAContext: NSObject {
    open func canEvaluatePolicy(_ policy: LAPolicy, error: NSErrorPointer) -> Bool { fatalError() }
    open func evaluatePolicy(_ policy: LAPolicy, localizedReason: String) async throws -> Bool {
        fatalError()
    }
}
