import type { Matching } from '@reverse-mentoring/core'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A matching of best score as a circulation of least cost, for whichever of LEMON's algorithms is named. */
const driver = `
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>
#include <lemon/smart_graph.h>
#include <lemon/network_simplex.h>
#include <lemon/cost_scaling.h>
using Graph = lemon::SmartDigraph;
using Arcs = Graph::ArcMap<long long>;

template <class Algorithm> void solve(const Graph &graph, const Arcs &most, const Arcs &cost) {
  Algorithm algorithm(graph);
  algorithm.upperMap(most).costMap(cost);
  auto began = std::chrono::steady_clock::now();
  algorithm.run();
  std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  std::printf("%f %lld\\n", took.count(), -(long long)algorithm.totalCost());
}

int main(int, char **arguments) {
  std::FILE *file = std::fopen(arguments[2], "rb");
  auto numbers = [&](std::size_t count) {
    std::vector<std::int32_t> read(count);
    if (std::fread(read.data(), 4, count, file) != count) std::exit(1);
    return read;
  };
  auto size = numbers(3);
  int mentees = size[0], mentors = size[1], edges = size[2];
  auto menteePlaces = numbers(mentees), mentorPlaces = numbers(mentors);
  auto first = numbers(mentees + 1), mentorOf = numbers(edges), scoreOf = numbers(edges);
  Graph graph;
  graph.reserveNode(mentees + mentors + 2);
  graph.reserveArc(edges + mentees + mentors + 1);
  std::vector<Graph::Node> nodes(mentees + mentors + 2);
  for (auto &node : nodes) node = graph.addNode();
  auto source = nodes[mentees + mentors], sink = nodes[mentees + mentors + 1];
  Arcs most(graph), cost(graph);
  auto arc = [&](Graph::Node from, Graph::Node to, long long limit, long long price) {
    auto added = graph.addArc(from, to);
    most[added] = limit;
    cost[added] = price;
  };
  for (int e = 0; e < mentees; ++e) {
    arc(source, nodes[e], menteePlaces[e], 0);
    for (int k = first[e]; k < first[e + 1]; ++k) arc(nodes[e], nodes[mentees + mentorOf[k]], 1, -scoreOf[k]);
  }
  for (int r = 0; r < mentors; ++r) arc(nodes[mentees + r], sink, mentorPlaces[r], 0);
  arc(sink, source, 1000000000, 0);
  if (std::strcmp(arguments[1], "network simplex") == 0)
    solve<lemon::NetworkSimplex<Graph, long long, long long>>(graph, most, cost);
  else
    solve<lemon::CostScaling<Graph, long long, long long>>(graph, most, cost);
}
`

export const lemonAlgorithms = ['cost scaling', 'network simplex'] as const
export type LemonAlgorithm = (typeof lemonAlgorithms)[number]

/** LEMON, built for this run in a folder of its own; `undefined` where there is no compiler or no LEMON. */
export const lemon = ():
  | ((
      problem: Matching.MatchingProblem,
      algorithm: LemonAlgorithm,
    ) => { cost: number; score: number } | undefined)
  | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'matching-lemon-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const [source, program, pool] = ['driver.cc', 'driver', 'pool'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  writeFileSync(source, driver)
  const built = spawnSync('g++', ['-O3', '-DLEMON_ONLY_TEMPLATES', '-o', program, source], {
    encoding: 'utf8',
  })
  if (built.status !== 0) return undefined
  return (problem, algorithm) => {
    const { menteePlaces, mentorPlaces, first, mentorOf, scoreOf } = problem
    const sizes = Int32Array.of(menteePlaces.length, mentorPlaces.length, mentorOf.length)
    const parts = [sizes, menteePlaces, mentorPlaces, first, mentorOf, scoreOf]
    writeFileSync(
      pool,
      Buffer.concat(
        parts.map(
          ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
        ),
      ),
    )
    const { status, stdout } = spawnSync(program, [algorithm, pool], {
      encoding: 'utf8',
      timeout: 120_000,
    })
    if (status !== 0) return undefined
    const [cost, score] = stdout.trim().split(' ').map(Number)
    return cost === undefined || score === undefined ? undefined : { cost, score }
  }
}
