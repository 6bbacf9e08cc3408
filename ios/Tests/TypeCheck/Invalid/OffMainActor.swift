// expect: main actor-isolated property 'query' can not be mutated from a nonisolated context
import YankaKit

func offMainActor(_ model: NumbersModel) { model.query = "" }
