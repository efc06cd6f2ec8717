select
    forecast.forecast_run_id,
    forecast.part_code,
    coalesce(site.site_code, 'ALL') as site_code,
    forecast.ds as date,
    forecast.series_id,
    forecast.yhat,
    forecast.yhat_lower,
    forecast.yhat_upper,
    forecast.model_name,
    forecast.model_version,
    forecast.generated_at,
    forecast.dataset_id,
    forecast.forecast_source as source,
    forecast.provenance,
    forecast.provenance = 'SYNTHETIC' as is_synthetic
from silver.forecast as forecast
left join gold.site as site on site.name = forecast.site_code
