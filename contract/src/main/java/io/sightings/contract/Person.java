package io.sightings.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A person of the gallery.
 *
 * @param id names the person for ever
 * @param name what the person is called; may change
 * @param templates the faces the person is recognised by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(String id, String name, List<Template> templates) {

  public Person {
    templates = templates == null ? List.of() : templates;
  }

  /**
   * One face of a person, as numbers.
   *
   * @param model the embedder that made it; others cannot read it
   * @param vector L2-normalised; base64 of little-endian 32-bit floats in JSON
   * @param photo SHA-256 of the photo it was made from
   * @param file name of that photo, without its folder
   * @param quality of the face in it, 0..1
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Template(String model, float[] vector, String photo, String file, float quality) {}
}
