using NovaCorrente.Pipeline.Sample.World;

namespace NovaCorrente.Pipeline.Sample.Purchases;

/// <summary>Picks the parts of a request: mostly of one family, in season, and seldom the same twice.</summary>
internal sealed class PartPicker
{
    private const double SameFamily = 0.7;
    private const int Tries = 6;

    private readonly SampleWorld _world;
    private readonly ulong _seed;
    private readonly SampleRandom _random;
    private readonly WeightedChoice _materials;
    private readonly WeightedChoice _services;
    private readonly Dictionary<SampleFamily, (IReadOnlyList<SamplePart> Parts, WeightedChoice Choice)> _families;
    private readonly HashSet<int> _picked = [];
    private SampleFamily? _family;
    private bool _isService;
    private int _month;

    public PartPicker(SampleWorld world, ulong seed, SampleRandom random)
    {
        (_world, _seed, _random) = (world, seed, random);
        _materials = WeightedChoice.ByRank(world.Materials.Count);
        _services = WeightedChoice.ByRank(world.Services.Count);
        _families = world.Materials
            .GroupBy(part => part.Family)
            .ToDictionary(family => family.Key, family => ((IReadOnlyList<SamplePart>)[.. family], WeightedChoice.ByRank(family.Count())));
    }

    public void StartRequest(bool isService, int month)
    {
        (_isService, _month, _family) = (isService, month, null);
        _picked.Clear();
    }

    public SamplePart Next()
    {
        var part = Draw();
        for (var tries = 1; tries < Tries && !IsWanted(part); tries++)
        {
            part = Draw();
        }

        _picked.Add(part.Index);
        _family ??= part.Family;
        return part;
    }

    private SamplePart Draw()
    {
        if (_isService)
        {
            return _world.Services[_services.Draw(_random)];
        }

        if (_family is { } family && _random.Chance(SameFamily))
        {
            var (parts, choice) = _families[family];
            return parts[choice.Draw(_random)];
        }

        return _world.Materials[_materials.Draw(_random)];
    }

    private bool IsWanted(SamplePart part) =>
        !_picked.Contains(part.Index)
        && SampleRandom.Hash(_seed, part.Index, _month) < part.Activity
        && _random.Chance(DemandCurve.Season(part.Family.Season, _month));
}
