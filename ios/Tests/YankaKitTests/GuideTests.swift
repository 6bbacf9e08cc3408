import Foundation
import Testing

@testable import YankaKit

@MainActor
struct SituationTests {
    private let phone = TestPhone()

    private func model(_ chosen: Set<Situation> = []) async throws -> SituationModel {
        SituationModel(core: try await phone.core(), device: phone.device, chosen: chosen)
    }

    @Test func beginsWithWorkAndThenOffersEverySituationOnce() async throws {
        let model = try await model()
        #expect(model.state == .working)
        await model.load()
        guard case .choosing(let choices) = model.state else { throw Unexpected() }
        #expect(choices.count == 17)
        #expect(Set(choices.map(\.situation)).count == 17)
        #expect(choices.allSatisfy { !$0.label.isEmpty })
    }

    @Test func withoutAChoiceThereAreNoSteps() async throws {
        let model = try await model()
        await model.load()
        await model.showSteps()
        #expect(model.state == .choosing(model.choices))
    }

    @Test func stepsComeByTheTimeThatEachHas() async throws {
        let model = try await model()
        await model.load()
        model.toggle(.paid)
        model.toggle(.screenShared)
        await model.showSteps()
        guard case .steps(let steps) = model.state else { throw Unexpected() }
        #expect(steps.groups.first?.urgency == .seconds)
        #expect(steps.groups.flatMap(\.steps).count == steps.page.advice.count)
        let police = try #require(steps.page.advice.flatMap(steps.calls).first { $0.id == "police" })
        model.call(police)
        #expect(phone.phone.dialled == ["110"])
    }

    @Test func aChoiceIsTakenBackAndTheOrderIsTheLists() async throws {
        let model = try await model([.paid])
        await model.load()
        model.toggle(.scanned)
        #expect(model.ordered == [.scanned, .paid])
        model.toggle(.paid)
        #expect(model.ordered == [.scanned])
    }

    @Test func someoneOnThePhoneIsSentToTheEmergencyPage() async throws {
        let model = try await model()
        #expect(!model.emergency)
        model.toggle(.onThePhone)
        #expect(model.emergency)
    }

    @Test func stepsAreTickedAndReadAloudAndLeft() async throws {
        let model = try await model([.scanned])
        await model.load()
        await model.showSteps()
        guard case .steps(let steps) = model.state else { throw Unexpected() }
        let step = try #require(steps.page.advice.first)
        model.tick(step)
        #expect(model.done == [step.id])
        model.tick(step)
        #expect(model.done.isEmpty)
        model.readAloud()
        #expect(phone.voice.said.first?.hasPrefix(step.step) == true)
        model.back()
        #expect(model.state == .choosing(model.choices))
    }
}

@MainActor
struct EmergencyTests {
    private let phone = TestPhone()

    @Test(arguments: [Language.zhHans, .zhHant, .en])
    func threeLinesAndThePolice(_ language: Language) async throws {
        let model = EmergencyModel(core: try await phone.core(language), device: phone.device)
        #expect(model.state == .empty)
        await model.load()
        let lines = try #require(model.state.value)
        #expect(lines.first.count == 3)
        #expect(lines.first.allSatisfy { $0.urgency == .seconds && !$0.step.isEmpty })
        #expect(lines.call?.id == "police" && lines.call?.number == "110")
        model.call()
        #expect(phone.phone.dialled == ["110"])
    }

    /// Whatever the advice lists first: a payment app's hotline, a courier's, or no number at all.
    @Test(arguments: [
        [Situation.onThePhone], [.screenShared], [.paid], [.sentCashOrGold], [.groupJoined], [],
    ])
    func everySituationDials110(_ situations: [Situation]) async throws {
        let core = try await phone.core()
        let model = EmergencyModel(core: core, device: phone.device, situations: situations)
        await model.load()
        model.call()
        #expect(phone.phone.dialled == ["110"])
    }

    @Test func beforeTheLinesAreThereNothingIsDialled() async throws {
        let model = EmergencyModel(core: try await phone.core(), device: phone.device)
        model.call()
        #expect(phone.phone.dialled.isEmpty)
    }
}

@MainActor
struct NumbersTests {
    private let phone = TestPhone()

    private func model() async throws -> NumbersModel {
        NumbersModel(core: try await phone.core(), device: phone.device)
    }

    @Test func withoutAQueryAllNumbersAreListed() async throws {
        let model = try await model()
        #expect(model.state == .empty)
        await model.search()
        #expect((model.state.value?.count ?? 0) > 100)
    }

    @Test func aNameIsFound() async throws {
        let model = try await model()
        model.query = "京东"
        await model.search()
        #expect(model.state.value?.first?.number == "950618")
    }

    @Test func aNameThatNobodyHasIsAnEmptyList() async throws {
        let model = try await model()
        model.query = "zzzzqqqqxxxx"
        await model.search()
        #expect(model.state == .empty)
    }

    @Test func theLastQuestionWins() async throws {
        let model = try await model()
        model.query = ""
        let all = Task { await model.search() }
        await Task.yield()
        model.query = "京东"
        await model.search()
        await all.value
        #expect((model.state.value?.count ?? 0) < 20)
    }

    @Test func anOfficialNumberIsKnownTheOtherWayRound() async throws {
        let model = try await model()
        model.number = "96110"
        await model.ask()
        #expect(model.answer.value?.status == .official)
        #expect(model.answer.value?.sentence.isEmpty == false)
    }

    @Test func aNumberFromACardIsNotDialled() async throws {
        let model = try await model()
        model.number = "13800001111"
        await model.ask()
        #expect(model.answer.value?.status == .mobile)
        var made = try #require(try await phone.core().hotlines("京东").first)
        made.number = "13800001111"
        model.call(made)
        #expect(phone.phone.dialled.isEmpty)
    }

    @Test func anEmptyNumberAsksNothing() async throws {
        let model = try await model()
        model.number = "  "
        await model.ask()
        #expect(model.answer == .empty)
    }

    @Test func aVoiceSaysWhoseEachNumberIs() async throws {
        let core = try await phone.core()
        let police = try await SpokenNumbers.sentence(for: "警察", core: core)
        #expect(police?.contains("公安报警：110") == true)
        // A name that fits several is no reason to pick one.
        let several = try #require(try await SpokenNumbers.sentence(for: "银行", core: core))
        let lines = several.split(separator: "\n")
        #expect(lines.count > 1 && lines.count <= SpokenNumbers.most)
        #expect(lines.allSatisfy { $0.split(separator: "：").count == 2 })
        #expect(try await SpokenNumbers.sentence(for: "zzzzqqqqxxxx", core: core) == nil)
        #expect(try await SpokenNumbers.sentence(for: " ", core: core) == nil)
    }

    @Test func aListedNumberIsDialled() async throws {
        let model = try await model()
        model.query = "京东"
        await model.search()
        model.call(try #require(model.state.value?.first))
        #expect(phone.phone.dialled == ["950618"])
    }
}

@MainActor
struct ChecklistTests {
    private let phone = TestPhone()

    @Test func answersBecomeAReport() async throws {
        let core = try await phone.core()
        let list = ChecklistModel(core: core)
        #expect(list.state == .empty)
        #expect(list.given == nil)
        await list.load()
        let items = try #require(list.state.value)
        #expect(items.count > 5)
        for item in items { list.toggle(item) }
        #expect(list.given == .answers(items.map(\.id)))
        let check = CheckModel(core: core, device: phone.device)
        await check.check(try #require(list.given))
        #expect(check.answer?.report.verdict == .danger)
    }

    @Test func anAnswerIsTakenBack() async throws {
        let list = ChecklistModel(core: try await phone.core())
        await list.load()
        let item = try #require(list.state.value?.first)
        list.toggle(item)
        list.toggle(item)
        #expect(list.given == .answers([]))
    }
}

@MainActor
struct QuestionsTests {
    private let phone = TestPhone()

    private func model() async throws -> QuestionsModel {
        QuestionsModel(core: try await phone.core(), device: phone.device)
    }

    @Test func oneQuestionAtATimeAndNoLeadsOnToTheEnd() async throws {
        let model = try await model()
        #expect(model.state == .working)
        await model.begin()
        var asked = 0
        while case .asking(_, let number, let of) = model.state {
            asked += 1
            #expect(number == asked && of >= number)
            await model.answer(false)
        }
        #expect(asked > 5)
        #expect(model.state == .ended)
    }

    @Test func yesLeadsToAPageWithSteps() async throws {
        let model = try await model()
        await model.begin()
        await model.answer(true)
        guard case .page(let page) = model.state else { throw Unexpected() }
        #expect(!page.title.isEmpty && !page.steps.isEmpty)
    }

    @Test func oneCanGoBack() async throws {
        let model = try await model()
        await model.begin()
        guard case .asking(let first, _, _) = model.state else { throw Unexpected() }
        #expect(!model.canGoBack)
        await model.answer(false)
        #expect(model.canGoBack)
        model.back()
        guard case .asking(let back, 1, _) = model.state else { throw Unexpected() }
        #expect(back == first)
        await model.answer(true)
        model.back()
        guard case .asking(let again, 1, _) = model.state else { throw Unexpected() }
        #expect(again == first)
    }

    @Test func everyQuestionsYesLeadsToAPage() async throws {
        let core = try await phone.core()
        for question in try await core.questions() {
            #expect(try await core.page(question.yes) != nil)
        }
    }
}

@MainActor
struct ScriptTests {
    private let phone = TestPhone()

    private func model() async throws -> ScriptModel {
        ScriptModel(core: try await phone.core(), device: phone.device)
    }

    @Test func scriptsAreListed() async throws {
        let model = try await model()
        #expect(model.list == .empty)
        await model.load()
        #expect(model.list.value?.map(\.id).contains("police") == true)
    }

    @Test func blanksAreFilledAndOpenedAgain() async throws {
        let model = try await model()
        await model.open("police")
        let amount = try #require(model.blanks.first { $0.id == "amount" })
        await model.fill(amount, with: "5000元")
        #expect(model.state.value?.lines.contains { $0.contains("5000元") } == true)
        #expect(model.state.value?.blanks.contains(amount) == false)
        #expect(model.blanks.contains(amount))
        await model.fill(amount, with: "")
        #expect(model.state.value?.blanks.contains(amount) == true)
    }

    @Test func aScriptThatIsNotThereIsASentence() async throws {
        let model = try await model()
        await model.open("nobody")
        #expect(model.state.trouble?.sentence.isEmpty == false)
    }

    @Test func theNumberOfTheScriptIsDialledAndTheWordsReadAloud() async throws {
        let model = try await model()
        await model.open("police")
        let police = try #require(model.state.value?.hotlines.first { $0.id == "police" })
        model.call(police)
        #expect(phone.phone.dialled == ["110"])
        model.readAloud()
        #expect(phone.voice.said.count == 1)
    }
}

@MainActor
struct PagesTests {
    private let phone = TestPhone()

    @Test func everyListedPageOpensWithSteps() async throws {
        let model = PagesModel(core: try await phone.core(), device: phone.device)
        #expect(model.list == .empty)
        await model.load()
        for page in try #require(model.list.value) {
            await model.open(page.id)
            #expect(model.state.value?.steps.isEmpty == false, "\(page.id)")
        }
    }

    @Test func aPageThatIsNotThereIsASentence() async throws {
        let model = PagesModel(core: try await phone.core(), device: phone.device)
        await model.open("no-such-page")
        #expect(model.state.trouble?.kind == .noSuchEntry)
    }
}

struct Unexpected: Error {}
