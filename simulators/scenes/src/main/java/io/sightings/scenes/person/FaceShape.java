package io.sightings.scenes.person;

/**
 * The proportions of a face. Jaw (round to square), browArch and freckles run 0 to 1, the two tilts
 * -1 to 1; everything else is a factor around 1.
 */
public record FaceShape(
    double width,
    double jaw,
    double length,
    double eyeGap,
    double eyeSize,
    double eyeTilt,
    double browThickness,
    double browArch,
    double browTilt,
    double noseLength,
    double noseWidth,
    double mouthWidth,
    double lips,
    double freckles) {}
