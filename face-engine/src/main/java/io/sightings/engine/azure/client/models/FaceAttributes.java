package io.sightings.engine.azure.client.models;

import java.util.List;

/** What was asked for about a face; everything else is null. */
public record FaceAttributes(
    HeadPose headPose,
    GlassesType glasses,
    OcclusionProperties occlusion,
    List<AccessoryItem> accessories,
    BlurProperties blur,
    ExposureProperties exposure,
    NoiseProperties noise,
    MaskProperties mask,
    QualityForRecognition qualityForRecognition) {}
