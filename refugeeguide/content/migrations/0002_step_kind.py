from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalstep',
            name='kind',
            field=models.CharField(blank=True, choices=[('visit', 'visit: go to a counter or an office'), ('write', 'write: send a letter or an e-mail, ask in writing'), ('call', 'call: by phone'), ('fill_in', 'fill in: a form'), ('gather', 'gather: get papers together'), ('pay', 'pay'), ('wait', 'wait'), ('check', 'check: read, look at, inform yourself'), ('tell', 'tell: report or declare something to somebody'), ('decide', 'decide: think, choose, ask advice first'), ('travel', 'travel'), ('appeal', 'appeal: to a judge or a court'), ('keep', 'keep: keep something safe')], help_text='What one does: a small picture of it stands beside the step. Empty: no picture.', max_length=20),
        ),
        migrations.AddField(
            model_name='step',
            name='kind',
            field=models.CharField(blank=True, choices=[('visit', 'visit: go to a counter or an office'), ('write', 'write: send a letter or an e-mail, ask in writing'), ('call', 'call: by phone'), ('fill_in', 'fill in: a form'), ('gather', 'gather: get papers together'), ('pay', 'pay'), ('wait', 'wait'), ('check', 'check: read, look at, inform yourself'), ('tell', 'tell: report or declare something to somebody'), ('decide', 'decide: think, choose, ask advice first'), ('travel', 'travel'), ('appeal', 'appeal: to a judge or a court'), ('keep', 'keep: keep something safe')], help_text='What one does: a small picture of it stands beside the step. Empty: no picture.', max_length=20),
        ),
    ]
