package io.sightings.faults.hostile.input;

import java.util.List;
import java.util.Map;

/**
 * Good files the hostile ones are made from. Equal material gives equal inputs.
 *
 * @param pictures small good pictures by their formats: jpg, png, webp, bmp
 * @param videos small good videos by their formats
 * @param face a JPEG with a face the job finds
 * @param packed zeros that deflate to a thousandth of their length
 * @param bait absolute path of a good video that no hostile input may open
 * @param model the model of the people's templates
 * @param vectorLength of its templates
 * @param ingestorYaml the documented settings of the ingestor
 * @param jobYaml the documented settings of the job
 */
public record SeedCorpus(
    Map<String, byte[]> pictures,
    Map<String, byte[]> videos,
    byte[] face,
    byte[] packed,
    String bait,
    String model,
    int vectorLength,
    String ingestorYaml,
    String jobYaml) {
  private static final List<String> FORMATS = List.of("jpg", "png", "webp", "bmp");

  byte[] picture(SeededChoices dice) {
    return pictures.get(dice.pick(FORMATS));
  }

  byte[] jpeg() {
    return pictures.get("jpg");
  }

  byte[] png() {
    return pictures.get("png");
  }

  byte[] webp() {
    return pictures.get("webp");
  }

  byte[] bmp() {
    return pictures.get("bmp");
  }

  byte[] video(SeededChoices dice) {
    return videos.get(dice.pick(videos.keySet().stream().sorted().toList()));
  }

  byte[] mp4() {
    return videos.get("mp4");
  }
}
