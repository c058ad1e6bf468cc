/**
 * What crosses a process boundary: frames on their way to the job, and the sightings, alerts,
 * people and rejected frames that come out of it. Plain records with nothing in them but texts,
 * numbers, times, enums, arrays, lists and maps, so that every one may also travel on a Flink edge;
 * none of their constructors throws, so that checking is the codecs' business alone.
 */
package io.sightings.contract;
