import { expect, test } from 'vitest'
import { lanesOf } from './lanes.ts'

const span = (start: number, end: number) => ({ start, end })

test('visits one after the other take the whole column', () => {
  expect(lanesOf([span(540, 570), span(570, 600)])).toEqual([
    { lane: 0, lanes: 1 },
    { lane: 0, lanes: 1 },
  ])
})

test('two patients at the same time stand side by side', () => {
  expect(lanesOf([span(540, 570), span(540, 560)])).toEqual([
    { lane: 0, lanes: 2 },
    { lane: 1, lanes: 2 },
  ])
})

test('a chain of overlaps shares one width, and a lane that has become free is used again', () => {
  const lanes = lanesOf([span(540, 600), span(570, 630), span(600, 660), span(700, 710)])
  expect(lanes).toEqual([
    { lane: 0, lanes: 2 },
    { lane: 1, lanes: 2 },
    { lane: 0, lanes: 2 },
    { lane: 0, lanes: 1 },
  ])
})

test('the order of the answer is the order of the question', () => {
  expect(lanesOf([span(600, 630), span(540, 570)])).toHaveLength(2)
  expect(lanesOf([])).toEqual([])
})
