// Stubs: declarations after Apple's documentation; nothing here runs or is shipped.
@_exported import AppleFoundation

public enum Curve25519 {
    public enum KeyAgreement {
        public struct PublicKey: Sendable {
            public init<D: ContiguousBytes>(rawRepresentation: D) throws { fatalError() }
            public var rawRepresentation: Data { fatalError() }
        }
        public struct PrivateKey: Sendable {
            public init() { fatalError() }
            public init<D: ContiguousBytes>(rawRepresentation data: D) throws { fatalError() }
            public var rawRepresentation: Data { fatalError() }
            public var publicKey: PublicKey { fatalError() }
        }
    }
}
public protocol HPKEDiffieHellmanPublicKey {}
public protocol HPKEDiffieHellmanPrivateKey {}
extension Curve25519.KeyAgreement.PublicKey: HPKEDiffieHellmanPublicKey {}
extension Curve25519.KeyAgreement.PrivateKey: HPKEDiffieHellmanPrivateKey {}
public enum HPKE {
    public struct Ciphersuite: Sendable {
        public static let Curve25519_SHA256_ChachaPoly = Ciphersuite()
    }
    public struct Sender {
        public let encapsulatedKey: Data
        public init<PK: HPKEDiffieHellmanPublicKey>(recipientKey: PK, ciphersuite: Ciphersuite, info: Data)
            throws
        {
            fatalError()
        }
        public mutating func seal<M: DataProtocol>(_ msg: M) throws -> Data { fatalError() }
    }
    public struct Recipient {
        public init<SK: HPKEDiffieHellmanPrivateKey>(
            privateKey: SK, ciphersuite: Ciphersuite, info: Data, encapsulatedKey: Data
        ) throws { fatalError() }
        public mutating func open<C: DataProtocol>(_ ciphertext: C) throws -> Data { fatalError() }
    }
}
