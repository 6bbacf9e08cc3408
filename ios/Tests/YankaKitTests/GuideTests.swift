import Foundation
import Testing

@testable import YankaKit

@MainActor
struct SituationTests {
    private let testDevice = TestDevice()

    private func model(_ chosen: Set<Situation> = []) async throws -> SituationModel {
        SituationModel(core: try await testDevice.core(), device: testDevice.device, chosen: chosen)
    }

    @Test func everySituationIsOfferedOnce() async throws {
        let model = try await model()
        #expect(model.state == .loading)
        await model.load()
        guard case .choosing(let choices) = model.state else { throw Unexpected() }
        #expect(choices.count == 17)
        #expect(Set(choices.map(\.situation)).count == 17)
        #expect(choices.allSatisfy { !$0.label.isEmpty })
    }

    @Test func noStepsWithoutAChoice() async throws {
        let model = try await model()
        await model.load()
        await model.showSteps()
        #expect(model.state == .choosing(model.choices))
    }

    @Test func stepsAreGroupedByUrgency() async throws {
        let model = try await model()
        await model.load()
        model.toggle(.paid)
        model.toggle(.screenShared)
        await model.showSteps()
        guard case .advice(let advice) = model.state else { throw Unexpected() }
        #expect(advice.groups.first?.urgency == .seconds)
        #expect(advice.groups.flatMap(\.steps).count == advice.page.advice.count)
        let police = try #require(
            advice.page.advice.flatMap(advice.dialableHotlines).first { $0.id == "police" })
        model.call(police)
        #expect(testDevice.dialler.dialled == ["110"])
    }

    @Test func choicesToggleAndKeepListOrder() async throws {
        let model = try await model([.paid])
        await model.load()
        model.toggle(.scanned)
        #expect(model.orderedChoices == [.scanned, .paid])
        model.toggle(.paid)
        #expect(model.orderedChoices == [.scanned])
    }

    @Test func onThePhoneIsAnEmergency() async throws {
        let model = try await model()
        #expect(!model.isEmergency)
        model.toggle(.onThePhone)
        #expect(model.isEmergency)
    }

    @Test func stepsAreMarkedDoneSpokenAndLeft() async throws {
        let model = try await model([.scanned])
        await model.load()
        await model.showSteps()
        guard case .advice(let advice) = model.state else { throw Unexpected() }
        let step = try #require(advice.page.advice.first)
        model.toggleCompleted(step)
        #expect(model.completedSteps == [step.id])
        model.toggleCompleted(step)
        #expect(model.completedSteps.isEmpty)
        model.readAloud()
        #expect(testDevice.speech.spoken.first?.hasPrefix(step.step) == true)
        model.back()
        #expect(model.state == .choosing(model.choices))
    }
}

@MainActor
struct EmergencyTests {
    private let testDevice = TestDevice()

    @Test(arguments: [Language.zhHans, .zhHant, .en])
    func loadsThreeStepsAndThePoliceNumber(_ language: Language) async throws {
        let model = EmergencyModel(core: try await testDevice.core(language), device: testDevice.device)
        #expect(model.state == .notRequested)
        await model.load()
        let content = try #require(model.state.value)
        #expect(content.firstSteps.count == 3)
        #expect(content.firstSteps.allSatisfy { $0.urgency == .seconds && !$0.step.isEmpty })
        #expect(content.police?.id == "police" && content.police?.number == "110")
        model.callPolice()
        #expect(testDevice.dialler.dialled == ["110"])
    }

    /// Whatever hotline the advice lists first: a payment app's, a courier's or none.
    @Test(arguments: [
        [Situation.onThePhone], [.screenShared], [.paid], [.sentCashOrGold], [.groupJoined], [],
    ])
    func everySituationDials110(_ situations: [Situation]) async throws {
        let core = try await testDevice.core()
        let model = EmergencyModel(core: core, device: testDevice.device, situations: situations)
        await model.load()
        model.callPolice()
        #expect(testDevice.dialler.dialled == ["110"])
    }

    @Test func nothingIsDialledBeforeLoading() async throws {
        let model = EmergencyModel(core: try await testDevice.core(), device: testDevice.device)
        model.callPolice()
        #expect(testDevice.dialler.dialled.isEmpty)
    }
}

@MainActor
struct NumbersTests {
    private let testDevice = TestDevice()

    private func model() async throws -> NumbersModel {
        NumbersModel(core: try await testDevice.core(), device: testDevice.device)
    }

    @Test func emptyQueryListsAllNumbers() async throws {
        let model = try await model()
        #expect(model.state == .notRequested)
        await model.search()
        #expect((model.state.value?.count ?? 0) > 100)
    }

    @Test func findsANumberByName() async throws {
        let model = try await model()
        model.query = "京东"
        await model.search()
        #expect(model.state.value?.first?.number == "950618")
    }

    @Test func unknownNameGivesAnEmptyList() async throws {
        let model = try await model()
        model.query = "zzzzqqqqxxxx"
        await model.search()
        #expect(model.state == .loaded([]))
    }

    @Test func newerSearchReplacesAnOlderOne() async throws {
        let model = try await model()
        model.query = ""
        let all = Task { await model.search() }
        await Task.yield()
        model.query = "京东"
        await model.search()
        await all.value
        #expect((model.state.value?.count ?? 0) < 20)
    }

    @Test func looksUpAnOfficialNumber() async throws {
        let model = try await model()
        model.number = "96110"
        await model.lookUp()
        #expect(model.answer.value?.status == .official)
        #expect(model.answer.value?.sentence.isEmpty == false)
    }

    @Test func typedNumberIsNotDialled() async throws {
        let model = try await model()
        model.number = "13800001111"
        await model.lookUp()
        #expect(model.answer.value?.status == .mobile)
        var made = try #require(try await testDevice.core().hotlines("京东").first)
        made.number = "13800001111"
        model.call(made)
        #expect(testDevice.dialler.dialled.isEmpty)
    }

    @Test func emptyNumberIsNotLookedUp() async throws {
        let model = try await model()
        model.number = "  "
        await model.lookUp()
        #expect(model.answer == .notRequested)
    }

    @Test func spokenHotlinesNameTheirOrganizations() async throws {
        let core = try await testDevice.core()
        let police = try await SpokenHotlines.find(for: "警察", core: core)
        #expect(police.contains { $0.organization == "公安报警" && $0.number == "110" })
        // A name with several matches gets several numbers.
        let several = try await SpokenHotlines.find(for: "银行", core: core)
        #expect(several.count > 1 && several.count <= SpokenHotlines.maxCount)
        #expect(several.allSatisfy { !$0.organization.isEmpty && !$0.number.isEmpty })
        #expect(try await SpokenHotlines.find(for: "zzzzqqqqxxxx", core: core).isEmpty)
        #expect(try await SpokenHotlines.find(for: " ", core: core).isEmpty)
    }

    @Test func listedNumberIsDialled() async throws {
        let model = try await model()
        model.query = "京东"
        await model.search()
        model.call(try #require(model.state.value?.first))
        #expect(testDevice.dialler.dialled == ["950618"])
    }
}

@MainActor
struct ChecklistTests {
    private let testDevice = TestDevice()

    @Test func answersAreChecked() async throws {
        let core = try await testDevice.core()
        let list = ChecklistModel(core: core)
        #expect(list.state == .notRequested)
        #expect(list.input == nil)
        await list.load()
        let items = try #require(list.state.value)
        #expect(items.count > 5)
        for item in items { list.toggle(item) }
        #expect(list.input == .answers(items.map(\.id)))
        let check = CheckModel(core: core, device: testDevice.device)
        await check.check(try #require(list.input))
        #expect(check.result?.report.verdict == .danger)
    }

    @Test func answersToggle() async throws {
        let list = ChecklistModel(core: try await testDevice.core())
        await list.load()
        let item = try #require(list.state.value?.first)
        list.toggle(item)
        list.toggle(item)
        #expect(list.input == .answers([]))
    }
}

@MainActor
struct QuestionsTests {
    private let testDevice = TestDevice()

    private func model() async throws -> QuestionsModel {
        QuestionsModel(core: try await testDevice.core(), device: testDevice.device)
    }

    @Test func answeringNoReachesTheEnd() async throws {
        let model = try await model()
        #expect(model.state == .loading)
        await model.start()
        var asked = 0
        while case .asking(_, let number, let of) = model.state {
            asked += 1
            #expect(number == asked && of >= number)
            await model.answer(false)
        }
        #expect(asked > 5)
        #expect(model.state == .ended)
    }

    @Test func answeringYesOpensAPage() async throws {
        let model = try await model()
        await model.start()
        await model.answer(true)
        guard case .page(let page) = model.state else { throw Unexpected() }
        #expect(!page.title.isEmpty && !page.steps.isEmpty)
    }

    @Test func goesBackFromQuestionAndPage() async throws {
        let model = try await model()
        await model.start()
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

    @Test func everyQuestionHasAPage() async throws {
        let core = try await testDevice.core()
        for question in try await core.questions() {
            #expect(try await core.page(question.yes) != nil)
        }
    }
}

@MainActor
struct ScriptTests {
    private let testDevice = TestDevice()

    private func model() async throws -> ScriptModel {
        ScriptModel(core: try await testDevice.core(), device: testDevice.device)
    }

    @Test func scriptsAreListed() async throws {
        let model = try await model()
        #expect(model.list == .notRequested)
        await model.load()
        #expect(model.list.value?.map(\.id).contains("police") == true)
    }

    @Test func blanksAreFilledAndCleared() async throws {
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

    @Test func missingScriptIsAnError() async throws {
        let model = try await model()
        await model.open("nobody")
        #expect(model.state.failure?.sentence.isEmpty == false)
    }

    @Test func scriptHotlineIsDialledAndLinesAreSpoken() async throws {
        let model = try await model()
        await model.open("police")
        let police = try #require(model.state.value?.hotlines.first { $0.id == "police" })
        model.call(police)
        #expect(testDevice.dialler.dialled == ["110"])
        model.readAloud()
        #expect(testDevice.speech.spoken.count == 1)
    }
}

@MainActor
struct PagesTests {
    private let testDevice = TestDevice()

    @Test func everyPageHasSteps() async throws {
        let model = PagesModel(core: try await testDevice.core(), device: testDevice.device)
        #expect(model.list == .notRequested)
        await model.load()
        for page in try #require(model.list.value) {
            await model.open(page.id)
            #expect(model.state.value?.steps.isEmpty == false, "\(page.id)")
        }
    }

    @Test func missingPageIsAnError() async throws {
        let model = PagesModel(core: try await testDevice.core(), device: testDevice.device)
        await model.open("no-such-page")
        #expect(model.state.failure?.kind == .noSuchEntry)
    }
}

struct Unexpected: Error {}
