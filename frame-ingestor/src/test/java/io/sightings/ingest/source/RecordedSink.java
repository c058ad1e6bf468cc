package io.sightings.ingest.source;

import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a source says. */
final class RecordedSink implements FrameSink {
  record Shown(EncodedImage image, Instant capturedAt, String subject) {}

  String epoch;
  int read;
  final List<Shown> images = new ArrayList<>();
  final List<Instant> heartbeats = new ArrayList<>();
  final List<String> rejected = new ArrayList<>();
  final List<Instant> ended = new ArrayList<>();

  @Override
  public boolean begin(String epoch, Duration length) {
    this.epoch = epoch;
    return true;
  }

  @Override
  public boolean skips() {
    return false;
  }

  @Override
  public void read(Duration position) {
    read++;
  }

  @Override
  public void image(EncodedImage image, CaptureTime captured, String subject) {
    images.add(new Shown(image, captured.at(), subject));
  }

  @Override
  public void heartbeat(CaptureTime now) {
    heartbeats.add(now.at());
  }

  @Override
  public void rejected(String text) {
    rejected.add(text);
  }

  @Override
  public void ended(CaptureTime now) {
    ended.add(now.at());
  }

  List<Instant> times() {
    return images.stream().map(Shown::capturedAt).toList();
  }

  List<String> subjects() {
    return images.stream().map(Shown::subject).toList();
  }
}
