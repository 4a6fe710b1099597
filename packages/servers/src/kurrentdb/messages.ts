import type * as FeaturesGrpc from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js'
import type * as Features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js'
import type * as Shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js'
import type * as Status from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js'
import type * as StreamsGrpc from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js'
import type * as Streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js'
import type * as AnyPb from 'google-protobuf/google/protobuf/any_pb.js'
import type * as EmptyPb from 'google-protobuf/google/protobuf/empty_pb.js'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const ofClient = (name: string): unknown =>
  require(`@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/${name}.js`)

/** The messages of the protocol: those of the client itself, since two copies of them in one process spoil each other. */
export const streams = ofClient('streams_pb') as typeof Streams
export const shared = ofClient('shared_pb') as typeof Shared
export const status = ofClient('status_pb') as typeof Status
export const features = ofClient('serverfeatures_pb') as typeof Features
export const { StreamsService } = ofClient('streams_grpc_pb') as typeof StreamsGrpc
export const { ServerFeaturesService } = ofClient('serverfeatures_grpc_pb') as typeof FeaturesGrpc
export const { Any } = require('google-protobuf/google/protobuf/any_pb.js') as typeof AnyPb
export const { Empty } = require('google-protobuf/google/protobuf/empty_pb.js') as typeof EmptyPb
